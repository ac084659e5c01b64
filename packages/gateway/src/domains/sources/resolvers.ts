import { significantDigits } from '@tongban/schema'
import type { Resolvers } from '../generated/resolvers.ts'
import { globalId } from '../global-id.ts'
import type { QualityService } from './quality-service.ts'
import type { SourcesService } from './service.ts'

/** Coverage is written as leading digits; a division code has 6, 9 or 12. */
const fullDivision = (prefix: string): string => {
  const digits = significantDigits(prefix)
  const length = [6, 9, 12].find((one) => one >= digits.length) ?? 12
  return digits.padEnd(length, '0')
}

/** Resolvers of the types `Source` and its figures and quality, of `Query.sources` and of `Provenance.source`. */
export const sourceResolvers = (sources: SourcesService, quality: Pick<QualityService, 'qualityIn'>): Resolvers => ({
  Query: { sources: () => sources.all() },
  // A record may outlive the configuration of its source: then there is none to name.
  Provenance: { source: ({ sourceId }) => sources.byId(sourceId) },
  Source: {
    id: (source) => globalId('Source', source.id),
    key: (source) => source.id,
    owner: (source) => source.owner ?? null,
    ports: (source) => Object.keys(source.ports),
    divisions: (source) => source.covers.divisions?.map(fullDivision) ?? [],
    health: (source) => sources.health(source.id),
    quality: (source, asked, context) => quality.qualityIn(source.id, asked, context),
  },
  // A source may have left the configuration while the ledger still knows it.
  SourceConflict: {
    source: ({ otherSourceId }) => sources.byId(otherSourceId),
    key: ({ otherSourceId }) => otherSourceId,
  },
})
