import type { SourceFigures } from '../../sources/figures.ts'
import type { CityDirectory } from '../ports.ts'
import type { SourceEntity } from './record.ts'

/** What other domains may ask about sources. */
export interface SourcesService {
  /** All sources, in the order of the configuration. */
  all(): readonly SourceEntity[]
  /** The source with this identifier, or null when it is no longer configured. */
  byId(sourceId: string): SourceEntity | null
  health(sourceId: string): SourceFigures
}

/** Reads the directory and the quality ledger; nothing is stored. */
export const createSourcesService = (
  directory: Pick<CityDirectory, 'sources' | 'byId'>,
  health: (sourceId: string) => SourceFigures,
): SourcesService => ({
  all: () => directory.sources,
  byId: (sourceId) => directory.byId(sourceId) ?? null,
  health,
})
