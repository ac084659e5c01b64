import type { CallDeps } from './calling/call.ts'
import { type Connection, prepare } from './connection.ts'
import type { CopyStore } from './copies/store.ts'
import { createDirectory } from './create-directory.ts'
import type { Directory } from './directory.ts'
import type { SourceFigures } from './figures.ts'
import { refuseMistakes } from './overlaps/mistakes.ts'
import type { OverlapRule } from './overlaps/rule.ts'
import type { AllReadings } from './readings.ts'
import type { Source } from './source.ts'

/** What sources are connected with. */
export interface ConnectDeps extends CallDeps {
  /** What is known of the ports' methods: without it nothing is shared, kept or merged. @default nothing */
  readonly readings?: AllReadings
  /** What happens where sources cover the same. @default the first in order is asked */
  readonly overlaps?: readonly OverlapRule[]
  /** Where last good copies are kept. @default nothing is kept */
  readonly copies?: CopyStore
}

/** The sources of a gateway, ready to be called. */
export interface ConnectedSources<Ports extends object> {
  readonly directory: Directory<Ports>
  /** What has been seen of a source since the start. @throws RangeError when there is no such source */
  health(sourceId: string): SourceFigures
  /** Ends all connections; calls under way fail. */
  close(): Promise<void>
}

/**
 * Connects the sources of a configuration: resilience, figures and the directory of who is authoritative for what. A source is
 * called, and its connections are opened, when somebody asks for it.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when a policy or a rule does not fit what the ports read
 */
export function connectSources<Ports extends object>(
  sources: readonly Source[],
  deps: ConnectDeps,
): ConnectedSources<Ports> {
  refuseMistakes(sources, deps.overlaps ?? [], deps.readings)
  const connections = new Map<string, Connection>(sources.map((source) => [source.id, prepare(source, deps)]))
  deps.log.info({ sources: named(sources), count: sources.length }, 'sources connected')
  return {
    directory: createDirectory<Ports>(sources, connections, deps),
    health(sourceId) {
      const connection = connections.get(sourceId)
      if (!connection) throw new RangeError(`There is no source ${sourceId}.`)
      return connection.figures()
    },
    async close() {
      await Promise.all([...connections.values()].map((connection) => connection.close()))
    },
  }
}

/** A line of a log is for reading. */
const mostNamed = 100
const named = (sources: readonly Source[]): readonly string[] => sources.slice(0, mostNamed).map(({ id }) => id)
