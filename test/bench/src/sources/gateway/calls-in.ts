const finished = /^tongban_source_call_seconds_count\{(?<labels>[^}]*)\} (?<count>\d+)$/gm

/** Finished calls to each source, read from the gateway's own figures (Prometheus text format). */
export function callsIn(metrics: string): Readonly<Record<string, number>> {
  const calls: Record<string, number> = {}
  for (const { groups } of metrics.matchAll(finished)) {
    const source = /source="([^"]*)"/.exec(groups?.labels ?? '')?.[1]
    if (source !== undefined) calls[source] = (calls[source] ?? 0) + Number(groups?.count)
  }
  return calls
}
