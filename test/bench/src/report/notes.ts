/** What a reader must know to judge the figures; printed with them. */
export const notes = [
  'All servers answer the same query text over the same SDL from the same upstream process (latency 0); answers were compared before and after measuring.',
  'The gateway is the whole one: authentication, cost, scopes, limits per source, checked replies, provenance, error formatting. The peers do none of that and trust the upstream.',
  'W2 on the gateway: case, timeline and submission come from its mirror in its database; item, agency and certificates are read live. Every request checks the token and the consent, takes one use of it and writes three access records before it answers. The peers read all of it over REST and write nothing. An embedded database runs inside the gateway process and its cost counts as the gateway’s; that of a PostgreSQL server does not.',
  'The gateway writes warnings to its log, no access log; the peers log nothing.',
  'Ratios of medians mean something inside one run only; on a shared machine gaps under about 25 % mean nothing. Processor time per request is the steadier figure.',
] as const
