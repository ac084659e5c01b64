import { TongbanError } from '@tongban/schema'
import type { ConnectDeps } from './connect.ts'
import type { Connection } from './connection.ts'
import { type CoverageIndex, indexCoverage } from './coverage-index.ts'
import type { Authority, Directory, Subject } from './directory.ts'
import { conflictsOnceAnHour } from './overlaps/conflicts.ts'
import { type BoundMethod, type BoundSource, overlapPort, type PortParts } from './overlaps/port.ts'
import { concerns, type OverlapRule } from './overlaps/rule.ts'
import { unheard } from './quality/listener.ts'
import type { Source } from './source.ts'

interface Found {
  readonly source: Source
  readonly port: Readonly<Record<string, BoundMethod>>
}

/** The directory of sources that are prepared; what it makes of them is made when it is first asked for. */
export function createDirectory<Ports extends object>(
  sources: readonly Source[],
  connections: ReadonlyMap<string, Connection>,
  deps: ConnectDeps,
): Directory<Ports> {
  const indexes = indexesOf(sources)
  const combine = combining(connections, deps)
  const rulesOf = (port: string, subject: Subject): readonly OverlapRule[] =>
    deps.overlaps?.filter((rule) => rule.port === port && concerns(rule, subject)) ?? []

  const find = (port: string, subject: Subject): Found | undefined => {
    const rules = rulesOf(port, subject)
    if (rules.some(({ rule }) => rule !== 'FIRST')) return combine(port, indexes.get(port)?.all(subject) ?? [], rules)
    const source = indexes.get(port)?.find(subject)
    return source && combine(port, [source], [])
  }
  const alone = (port: string, source: Source): Found | undefined => combine(port, [source], [])
  const plain = (port: string, { id }: Source): Found | undefined => {
    const bound = connections.get(id)?.bound(port)
    return bound && { source: bound.source, port: bound.methods }
  }

  type Name = keyof Ports & string
  // Ports are kept by name only; that a name stands for its type is what `defineSource` has checked.
  const typed = <N extends Name>(_port: N, found: Found | undefined) => found as Authority<Ports[N]> | undefined
  return {
    sources,
    byId: (id) => connections.get(id)?.source,
    portOf(port, sourceId) {
      const source = connections.get(sourceId)?.source
      return source && typed(port, alone(port, source))
    },
    authority: (port, subject) => typed(port, find(port, subject)),
    require(port, subject) {
      const found = typed(port, find(port, subject))
      if (found) return found
      throw new TongbanError('TB_NO_AUTHORITY', { what: whatFor(port, subject) })
    },
    authorities: (port, subject) =>
      (indexes.get(port)?.all(subject) ?? []).flatMap((source) => typed(port, alone(port, source)) ?? []),
    offering: (port) => sources.flatMap((source) => typed(port, plain(port, source)) ?? []),
  }
}

const whatFor = (port: string, subject: Subject): string =>
  [port, ...Object.values(subject).filter((part) => part !== undefined)].join(' ')

/** One index for each port that is offered. */
export function indexesOf(sources: readonly Source[]): ReadonlyMap<string, CoverageIndex> {
  const offering = new Map<string, Source[]>()
  for (const source of sources) for (const port of Object.keys(source.ports)) fileUnder(offering, port, source)
  return new Map([...offering].map(([port, some]) => [port, indexCoverage(some)]))
}

function fileUnder(offering: Map<string, Source[]>, port: string, source: Source): void {
  const known = offering.get(port)
  if (known) known.push(source)
  else offering.set(port, [source])
}

/** Puts sources together behind one port, once for the same sources under the same rules. */
function combining(connections: ReadonlyMap<string, Connection>, deps: ConnectDeps) {
  const { now, log, copies, quality = unheard } = deps
  const parts: PortParts = {
    now,
    conflicted: conflictsOnceAnHour(quality, now),
    ...(copies ? { copies: { copies, quality, log, now } } : {}),
  }
  const made = new Map<string, Found>()
  return (port: string, some: readonly Source[], rules: readonly OverlapRule[]): Found | undefined => {
    const key = [port, ...some.map(({ id }) => id), ...rules.map((rule) => deps.overlaps?.indexOf(rule))].join(' ')
    const known = made.get(key)
    if (known) return known
    const [first, ...others] = some.flatMap((source): BoundSource[] => {
      const bound = connections.get(source.id)?.bound(port)
      return bound ? [bound] : []
    })
    if (first === undefined) return undefined
    const ruleOf = (method: string) => rules.find(({ methods }) => methods?.includes(method) ?? true)
    const found = {
      source: first.source,
      port: overlapPort(port, [first, ...others], deps.readings?.[port] ?? {}, ruleOf, parts),
    }
    made.set(key, found)
    return found
  }
}
