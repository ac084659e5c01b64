import { createHash } from 'node:crypto'
import { aliasesOf } from '../choose.ts'
import { handlingAreas, type ItemEntity, type ServiceItemRecord } from '../record.ts'
import { searchKeys } from '../search/normalise.ts'
import type { ItemRow } from '../tables.ts'

/** Where a batch of items came from. */
export interface Origin {
  readonly sourceId: string
  /** Number of the full run that saw them; items of older runs are gone from the source. */
  readonly run: number
  readonly fetchedAt: Date
  readonly asOf: Date | null
}

/** A record with what the store searches and filters by. Names are those of the columns. */
export function rowOf(record: ServiceItemRecord) {
  const { nameKey, pinyin, initials, also, grams } = searchKeys(record.name, alsoKnownBy(record))
  return {
    code: record.code,
    name_key: nameKey,
    name_length: nameKey.length,
    pinyin,
    initials,
    also_pinyin: also.pinyin,
    also_initials: also.initials,
    grams,
    aliases: aliasesOf(record),
    catalog_code: record.catalogCode,
    division: record.divisionCode,
    type: record.type,
    agency_code: record.agencyCode,
    agency_name: record.agencyName,
    state: record.state,
    audience: record.audience ?? [],
    online_depth: record.channels.onlineDepth,
    handling_areas: reachedBy(record),
    topics: record.topics,
    version: record.version ?? '',
    record,
    content_hash: contentHash(record),
  }
}

/** What may be handed in nationwide may be handed in across provinces, cities and counties, too. */
const reachedBy = ({ handlingAreas: stated }: Pick<ServiceItemRecord, 'handlingAreas'>): readonly string[] => {
  const widest = handlingAreas.findIndex((area) => stated.includes(area))
  return widest < 0 ? [] : handlingAreas.slice(widest)
}

/** People look for what they want to hold in the end, or for the main item they were told of. */
const alsoKnownBy = ({ mainItem, results }: ServiceItemRecord): readonly string[] => [
  ...(mainItem === null ? [] : [mainItem]),
  ...results.map(({ name }) => name),
]

/** Two equal records have equal digests: a parsed record has its fields in the order of its schema. */
export const contentHash = (record: ServiceItemRecord): string =>
  createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 22)

/** An item from the mirror, with where it came from. */
export const itemOf = (row: Pick<ItemRow, 'record' | 'source_id' | 'fetched_at' | 'as_of'>): ItemEntity => ({
  ...row.record,
  provenance: {
    sourceId: row.source_id,
    fetchedAt: row.fetched_at.toISOString(),
    asOf: row.as_of?.toISOString() ?? null,
    freshness: 'SNAPSHOT',
  },
})
