import { TongbanError } from '@tongban/schema'
import { bindPort } from './bind.ts'
import { type CallDeps, type Caller, createCaller } from './calling/call.ts'
import { type CoverageIndex, indexCoverage } from './coverage-index.ts'
import type { Authority, Directory, Subject } from './directory.ts'
import type { SourceFigures } from './figures.ts'
import type { AllReadings } from './readings.ts'
import type { Source } from './source.ts'

/** What sources are connected with. */
export interface ConnectDeps extends CallDeps {
  /** What is known of the ports' methods: without it nothing is shared, kept or merged. @default nothing */
  readonly readings?: AllReadings
}

/** The sources of a gateway, ready to be called. */
export interface ConnectedSources<Ports extends object> {
  readonly directory: Directory<Ports>
  /** What has been seen of a source since the start. @throws RangeError when there is no such source */
  health(sourceId: string): SourceFigures
  /** Ends all connections; calls under way fail. */
  close(): Promise<void>
}

interface Connection {
  readonly source: Source
  readonly caller: Caller
  readonly ports: ReadonlyMap<string, unknown>
}

const connectOne = (source: Source, deps: ConnectDeps): Connection => {
  const caller = createCaller(source, deps)
  const ports = Object.entries(source.ports).map(
    ([name, port]) => [name, bindPort<unknown>(source, caller, name, port)] as const,
  )
  return { source, caller, ports: new Map(ports) }
}

const whatFor = (port: string, subject: Subject): string =>
  [port, ...Object.values(subject).filter((part) => part !== undefined)].join(' ')

/** Connects the sources of a configuration: resilience, figures and the directory of who is authoritative for what. */
export function connectSources<Ports extends object>(
  sources: readonly Source[],
  deps: ConnectDeps,
): ConnectedSources<Ports> {
  const connections = new Map(sources.map((source) => [source.id, connectOne(source, deps)]))
  const indexes = new Map<string, CoverageIndex>()
  for (const port of new Set(sources.flatMap((source) => Object.keys(source.ports))))
    indexes.set(port, indexCoverage(sources.filter((source) => port in source.ports)))
  deps.log.info({ sources: sources.map(({ id }) => id) }, 'sources connected')

  type Name = keyof Ports & string
  const portOf = <N extends Name>(port: N, sourceId: string): Authority<Ports[N]> | undefined => {
    const connection = connections.get(sourceId)
    const bound = connection?.ports.get(port)
    // The map forgets which port has which type; `bindPort` made it from the port of this very name.
    return connection && bound ? { source: connection.source, port: bound as Authority<Ports[N]>['port'] } : undefined
  }
  const authority = <N extends Name>(port: N, subject: Subject): Authority<Ports[N]> | undefined => {
    const source = indexes.get(port)?.find(subject)
    return source && portOf(port, source.id)
  }
  return {
    directory: {
      sources,
      byId: (id) => connections.get(id)?.source,
      portOf,
      authority,
      require(port, subject) {
        const found = authority(port, subject)
        if (found) return found
        throw new TongbanError('TB_NO_AUTHORITY', { what: whatFor(port, subject) })
      },
      offering: (port) => sources.flatMap(({ id }) => portOf(port, id) ?? []),
    },
    health(sourceId) {
      const connection = connections.get(sourceId)
      if (!connection) throw new RangeError(`There is no source ${sourceId}.`)
      return connection.caller.figures()
    },
    async close() {
      await Promise.all([...connections.values()].map(({ caller }) => caller.close()))
    },
  }
}
