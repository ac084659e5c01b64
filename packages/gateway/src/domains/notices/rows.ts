import { type ExpressionBuilder, sql } from 'kysely'
import type { NoticeRecord } from './port.ts'
import type { NoticeEntity } from './record.ts'
import type { NoticesTables } from './schema.ts'
import { searchText } from './search-text.ts'

/** Columns from which a notice is told. */
export const entityColumns = ['source_id', 'record', 'fetched_at'] as const

/** A notice as it is kept, with where it came from. */
export const entityOf = (row: { source_id: string; record: NoticeRecord; fetched_at: Date }): NoticeEntity => ({
  ...row.record,
  provenance: { sourceId: row.source_id, fetchedAt: row.fetched_at.toISOString(), asOf: null, freshness: 'SNAPSHOT' },
})

/** A notice as it is written. */
export const toRow = (sourceId: string, record: NoticeRecord, fetchedAt: Date) => ({
  source_id: sourceId,
  key: record.key,
  kind: record.kind,
  sector: record.sector,
  division_code: record.divisionCode,
  project_code: record.project?.code ?? null,
  published_at: record.publishedAt,
  search_text: searchText(record),
  record: JSON.stringify(record),
  fetched_at: fetchedAt,
})

/** What a notice that comes again replaces. */
export const replacedColumns = (
  update: ExpressionBuilder<NoticesTables & { excluded: NoticesTables['notice'] }, 'excluded'>,
) => ({
  kind: update.ref('excluded.kind'),
  sector: update.ref('excluded.sector'),
  division_code: update.ref('excluded.division_code'),
  project_code: update.ref('excluded.project_code'),
  published_at: sql<string>`excluded.published_at`,
  search_text: update.ref('excluded.search_text'),
  record: sql<string>`excluded.record`,
  fetched_at: update.ref('excluded.fetched_at'),
})
