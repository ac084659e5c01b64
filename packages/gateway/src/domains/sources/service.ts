import type { SourceFigures } from '../../sources/figures.ts'
import type { CityDirectory } from '../ports.ts'
import { importedFile } from './imported-file.ts'
import type { SourceEntity } from './record.ts'

/** What other domains may ask about sources. */
export interface SourcesService {
  /** All sources, in the order of the configuration. */
  all(): readonly SourceEntity[]
  /** The source with this identifier, also what came from a file; null when it is no longer configured. */
  byId(sourceId: string): SourceEntity | null
  /** Null for what is not called. */
  health(sourceId: string): SourceFigures | null
}

/** Reads the directory and the quality ledger; nothing is stored. */
export const createSourcesService = (
  directory: Pick<CityDirectory, 'sources' | 'byId'>,
  health: (sourceId: string) => SourceFigures,
): SourcesService => ({
  all: () => directory.sources,
  byId: (sourceId) => directory.byId(sourceId) ?? (sourceId === importedFile.id ? importedFile : null),
  health: (sourceId) => (directory.byId(sourceId) ? health(sourceId) : null),
})
