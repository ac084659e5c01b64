import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Store } from '../../store/store.ts'
import type { Page } from '../connection.ts'
import type { NoticeFilter } from '../generated/resolvers.ts'
import { isInstant, isKey } from '../position.ts'
import type { NoticeRecord } from './port.ts'
import type { NoticeEntity, ProjectEntity } from './record.ts'
import type { NoticeRow, NoticesTables } from './schema.ts'
import { searchText, searchWords } from './search-text.ts'

/** Newest first; source and key break ties. The instant is exact, as PostgreSQL keeps it. */
export type NoticePosition = readonly [publishedAt: string, sourceId: string, key: string]

export const isNoticePosition = (value: unknown): value is NoticePosition =>
  Array.isArray(value) && value.length === 3 && isInstant(value[0]) && isKey(value[1]) && isKey(value[2])

type Query<Output> = SelectQueryBuilder<NoticesTables, 'notice', Output>
type Where = ExpressionBuilder<NoticesTables, 'notice'>

const likePattern = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`)

const inDivisions = (divisions: readonly string[]) => (where: Where) =>
  where.or(divisions.map((code) => where('division_code', 'like', `${likePattern(code.replace(/(00)+$/, ''))}%`)))

function matching<Output>(query: Query<Output>, filter: NoticeFilter): Query<Output> {
  let result = query
  if (filter.kinds?.length) result = result.where('kind', 'in', filter.kinds)
  if (filter.sectors?.length) result = result.where('sector', 'in', filter.sectors)
  if (filter.divisions?.length) result = result.where(inDivisions(filter.divisions))
  if (filter.project) result = result.where('project_code', '=', filter.project)
  if (filter.publishedFrom)
    result = result.where('published_at', '>=', sql<Date>`${`${filter.publishedFrom}T00:00:00+08:00`}::timestamptz`)
  if (filter.publishedTo)
    result = result.where(
      'published_at',
      '<',
      sql<Date>`${`${filter.publishedTo}T00:00:00+08:00`}::timestamptz + interval '1 day'`,
    )
  for (const word of searchWords(filter.text)) result = result.where('search_text', 'like', `%${likePattern(word)}%`)
  return result
}

const exactInstant = sql<string>`to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

function entity(row: { source_id: string; record: NoticeRecord; fetched_at: Date }): NoticeEntity {
  return {
    ...row.record,
    provenance: { sourceId: row.source_id, fetchedAt: row.fetched_at.toISOString(), asOf: null, freshness: 'SNAPSHOT' },
  }
}

const toRow = (sourceId: string, record: NoticeRecord, fetchedAt: Date) => ({
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

/** The mirrored notices. */
export function createNoticesStore(store: Store) {
  const db = store.db.withTables<NoticesTables>()
  return {
    /** Keeps a page and how far it reaches, together: a process killed in between reads the page again, never skips it. */
    async keepPage(sourceId: string, notices: readonly NoticeRecord[], mark: string, at: Date): Promise<void> {
      const rows = [...new Map(notices.map((notice) => [notice.key, toRow(sourceId, notice, at)])).values()]
      await store.transaction(async (transaction) => {
        const trx = transaction.withTables<NoticesTables>()
        if (rows.length > 0)
          await trx
            .insertInto('notice')
            .values(rows)
            .onConflict((conflict) => conflict.columns(['source_id', 'key']).doUpdateSet(replacedColumns))
            .execute()
        await trx
          .insertInto('notice_sync')
          .values({ source_id: sourceId, mark, updated_at: at })
          .onConflict((conflict) => conflict.column('source_id').doUpdateSet({ mark, updated_at: at }))
          .execute()
      })
    },

    async markOf(sourceId: string): Promise<string | null> {
      const row = await db.selectFrom('notice_sync').select('mark').where('source_id', '=', sourceId).executeTakeFirst()
      return row?.mark ?? null
    },

    /** One more than asked for, so that the caller knows whether more follow. */
    async search(filter: NoticeFilter, page: Page<NoticePosition>) {
      let query = matching(
        db.selectFrom('notice').select(['source_id', 'key', 'record', 'fetched_at', exactInstant.as('at')]),
        filter,
      )
      if (page.after) {
        const [at, sourceId, key] = page.after
        query = query.where(sql<boolean>`(published_at, source_id, key) < (${at}::timestamptz, ${sourceId}, ${key})`)
      }
      const rows = await query
        .orderBy('published_at', 'desc')
        .orderBy('source_id', 'desc')
        .orderBy('key', 'desc')
        .limit(page.first + 1)
        .execute()
      return rows.map((row) => ({ notice: entity(row), position: [row.at, row.source_id, row.key] as const }))
    },

    async count(filter: NoticeFilter): Promise<number> {
      const query = db.selectFrom('notice').select((select) => select.fn.countAll<number>().as('count'))
      const row = await matching(query, filter).executeTakeFirstOrThrow()
      return Number(row.count)
    },

    async one(sourceId: string, key: string): Promise<NoticeEntity | null> {
      const row = await db
        .selectFrom('notice')
        .select(['source_id', 'record', 'fetched_at'])
        .where('source_id', '=', sourceId)
        .where('key', '=', key)
        .executeTakeFirst()
      return row ? entity(row) : null
    },

    /** All notices of several projects, oldest first. */
    async ofProjects(codes: readonly string[]): Promise<readonly NoticeEntity[]> {
      const rows = await db
        .selectFrom('notice')
        .select(['source_id', 'record', 'fetched_at'])
        .where('project_code', 'in', codes)
        .orderBy('published_at')
        .orderBy('key')
        .execute()
      return rows.map(entity)
    },
  }
}

const replacedColumns = (update: ExpressionBuilder<NoticesTables & { excluded: NoticeRow }, 'excluded'>) => ({
  kind: update.ref('excluded.kind'),
  sector: update.ref('excluded.sector'),
  division_code: update.ref('excluded.division_code'),
  project_code: update.ref('excluded.project_code'),
  published_at: sql<string>`excluded.published_at`,
  search_text: update.ref('excluded.search_text'),
  record: sql<string>`excluded.record`,
  fetched_at: update.ref('excluded.fetched_at'),
})

/** A project as the newest of its notices tells it. */
export function projectOf(notice: NoticeEntity): ProjectEntity | null {
  if (!notice.project) return null
  return {
    sourceId: notice.provenance.sourceId,
    ...notice.project,
    sector: notice.sector,
    divisionCode: notice.divisionCode,
  }
}
