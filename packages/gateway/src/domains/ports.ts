import type { Directory } from '../sources/directory.ts'
import type { Call, CallOf, PortMethods, Protocol, Source, SourceBase, UpstreamRequest } from '../sources/source.ts'
import type { CasesPort } from './cases/port.ts'
import type { CertificatesPort } from './certificates/port.ts'
import type { ItemsPort } from './items/port.ts'
import type { NoticesPort } from './notices/port.ts'

/** Everything a source can offer, by name: one line per domain that reads from sources. */
export interface Ports<C = Call<UpstreamRequest>> {
  items: ItemsPort<C>
  cases: CasesPort<C>
  certificates: CertificatesPort<C>
  notices: NoticesPort<C>
}

/** The directory of a city's gateway. */
export type CityDirectory = Directory<Ports>

const portNames = ['items', 'cases', 'certificates', 'notices'] as const satisfies readonly (keyof Ports)[]

/** One typed file per system: what it is, what it covers, how it speaks, what it offers. */
export type SourceDefinition<P extends Protocol> = SourceBase<P> & Partial<Ports<CallOf<P>>>

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
  const { items, cases, certificates, notices, ...base } = definition
  const offered: Record<(typeof portNames)[number], PortMethods | undefined> = { items, cases, certificates, notices }
  const ports = Object.fromEntries(portNames.flatMap((name) => (offered[name] ? [[name, offered[name]] as const] : [])))
  return { ...base, ports }
}
