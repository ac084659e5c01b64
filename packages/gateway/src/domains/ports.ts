import type { Directory } from '../sources/directory.ts'
import type { AllReadings } from '../sources/readings.ts'
import type { Inbound } from '../sources/signing/inbound/message.ts'
import type { Call, CallOf, PortMethods, Protocol, Source, SourceBase, UpstreamRequest } from '../sources/source.ts'
import { type IdentitiesPort, identityReadings } from './applicants/port.ts'
import { type CasesPort, caseReadings, type SourceCaseInput } from './cases/port.ts'
import { type CertificatesPort, certificateReadings } from './certificates/port.ts'
import { type ItemsPort, itemReadings } from './items/port.ts'
import { type NoticesPort, noticeReadings } from './notices/port.ts'
import { type RatingsPort, ratingReadings } from './ratings/port.ts'

/** Everything a source can offer, by name: one line per domain that reads from sources. */
export interface Ports<C = Call<UpstreamRequest>> {
  items: ItemsPort<C>
  cases: CasesPort<C>
  certificates: CertificatesPort<C>
  notices: NoticesPort<C>
  identities: IdentitiesPort<C>
  ratings: RatingsPort<C>
}

/** The directory of a city's gateway. */
export type CityDirectory = Directory<Ports>

/** What the reading methods of each port ask for and answer. */
export const portReadings = {
  items: itemReadings,
  cases: caseReadings,
  certificates: certificateReadings,
  notices: noticeReadings,
  identities: identityReadings,
  ratings: ratingReadings,
} as const satisfies { readonly [Name in keyof Ports]: AllReadings[string] }

type MethodsOf<Port> = { readonly [Name in keyof Required<Port>]: undefined extends Port[Name] ? 'OPTIONAL' : 'NEEDED' }

/** All methods of each port, reading and writing, and which of them a source may leave out. Source files are checked against it. */
export const portMethods = {
  items: { page: 'NEEDED', changes: 'OPTIONAL', byCodes: 'NEEDED', agencies: 'OPTIONAL' },
  cases: { submit: 'NEEDED', findByReference: 'NEEDED', byNumbers: 'NEEDED' },
  certificates: { byHolder: 'NEEDED', byIdentifiers: 'NEEDED', verify: 'NEEDED', file: 'NEEDED' },
  notices: { changes: 'NEEDED' },
  identities: { check: 'NEEDED' },
  ratings: { rate: 'NEEDED', byCases: 'NEEDED' },
} as const satisfies { readonly [Name in keyof Ports]: MethodsOf<Ports[Name]> }

/** One typed file per system: what it is, what it covers, how it speaks, what it offers. */
export type SourceDefinition<P extends Protocol> = SourceBase<P> &
  Partial<Ports<CallOf<P>>> & {
    /** What the system may send to `POST /sources/{id}/cases` of itself, and how it signs that. @default nothing */
    readonly inbound?: Inbound<SourceCaseInput>
  }

/**
 * Declares an existing system of a department, a province or a partner city as a source.
 *
 * @example
 * export const approvals = defineSource({
 *   id: 'sx-approvals', title: '绍兴市行政审批系统', covers: { divisions: ['3306'] },
 *   protocol: soap({ … }),
 *   cases: { async byNumbers(numbers, call) { … }, … },
 * })
 */
export function defineSource<const P extends Protocol>(definition: SourceDefinition<P>): Source {
  const { items, cases, certificates, notices, identities, ratings, ...base } = definition
  const offered: Record<keyof Ports, PortMethods | undefined> = {
    items,
    cases,
    certificates,
    notices,
    identities,
    ratings,
  }
  const ports = Object.fromEntries(
    Object.entries(offered).flatMap(([name, port]) => (port ? [[name, port] as const] : [])),
  )
  return { ...base, ports }
}
