import type { Migrations } from '../store/store.ts'
import { applicants } from './applicants/domain.ts'
import { casesDomain } from './cases/domain.ts'
import { certificates } from './certificates/domain.ts'
import { consents } from './consents/domain.ts'
import { copies } from './copies/domain.ts'
import type { BuiltDomain, Domain, DomainDeps } from './domain.ts'
import { eventsDomain } from './events/domain.ts'
import { inboundDomain } from './inbound/domain.ts'
import { itemsDomain } from './items/domain.ts'
import { noticesDomain } from './notices/domain.ts'
import { sourcesDomain } from './sources/domain.ts'
import { submissionsDomain } from './submissions/domain.ts'

/** Domains that were built, with their services by name. */
interface BuiltDomains<Services extends object> {
  readonly services: Services
  readonly parts: readonly BuiltDomain<unknown>[]
}

/** The peers a domain still misses, as one more argument nobody can give: the compiler names them. */
type Missing<Peers, Services> = Services extends Peers ? [] : [missing: Exclude<keyof Peers, keyof Services>]

/** An ordered list of domains. Each may use the services of those before it. */
export interface Registry<Services extends object> {
  readonly migrations: Migrations
  build(deps: DomainDeps): BuiltDomains<Services>
  add<Name extends string, Service, Peers extends object>(
    domain: Domain<Name, Service, Peers>,
    ...missing: Missing<Peers, Services>
  ): Registry<Services & { readonly [Key in Name]: Service }>
}

/** A registry without domains. */
export const emptyRegistry: Registry<object> = registryOf({}, () => ({ services: {}, parts: [] }))

function registryOf<Services extends object>(
  migrations: Migrations,
  build: (deps: DomainDeps) => BuiltDomains<Services>,
): Registry<Services> {
  return {
    migrations,
    build,
    add<Name extends string, Service, Peers extends object>(
      domain: Domain<Name, Service, Peers>,
      ..._missing: Missing<Peers, Services>
    ) {
      type Grown = Services & { readonly [Key in Name]: Service }
      return registryOf<Grown>({ ...migrations, ...domain.migrations }, (deps) => {
        const { services, parts } = build(deps)
        // `_missing` is empty only when the services hold all peers; the body of a generic function cannot see that.
        const built = domain.build(deps, services as Services & Peers)
        return { services: { ...services, [domain.name]: built.service } as Grown, parts: [...parts, built] }
      })
    },
  }
}

/** The domains of the gateway, one line each, in the order in which they may use each other. */
export const domains = emptyRegistry
  .add(sourcesDomain)
  .add(copies)
  .add(itemsDomain)
  .add(applicants)
  .add(consents)
  .add(certificates)
  .add(casesDomain)
  .add(inboundDomain)
  .add(submissionsDomain)
  .add(noticesDomain)
  .add(eventsDomain)

type ServicesOf<R> = R extends Registry<infer Services> ? Services : never

/** The services of all domains, by name. */
export type GatewayServices = ServicesOf<typeof domains>
