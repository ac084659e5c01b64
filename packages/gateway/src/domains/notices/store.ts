import { type ExpressionBuilder, sql } from 'kysely'
import type { Store } from '../../store/store.ts'
import type { Page } from '../connection.ts'
import type { NoticeFilter } from '../generated/resolvers.ts'
import { isInstant, isKey } from '../position.ts'
import { matching } from './filter.ts'
import type { NoticeRecord } from './port.ts'
import type { NoticeEntity } from './record.ts'
import { entityColumns, entityOf, replacedColumns, toRow } from './rows.ts'
import type { NoticesTables } from './schema.ts'

/** Newest first; source and key break ties. The instant is exact, as PostgreSQL keeps it. */
export type NoticePosition = readonly [publishedAt: string, sourceId: string, key: string]

export const isNoticePosition = (value: unknown): value is NoticePosition =>
  Array.isArray(value) && value.length === 3 && isInstant(value[0]) && isKey(value[1]) && isKey(value[2])

const exactInstant = sql<string>`to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** What something is called, together with the source that calls it so. */
export type SourceKey = readonly [sourceId: string, key: string]

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
      let query = matching(db.selectFrom('notice').select([...entityColumns, 'key', exactInstant.as('at')]), filter)
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
      return rows.map((row) => ({ notice: entityOf(row), position: [row.at, row.source_id, row.key] as const }))
    },

    async count(filter: NoticeFilter): Promise<number> {
      const query = db.selectFrom('notice').select((select) => select.fn.countAll<number>().as('count'))
      const row = await matching(query, filter).executeTakeFirstOrThrow()
      return Number(row.count)
    },

    /** Notices by what their sources call them; unknown ones are left out. */
    async byKeys(keys: readonly SourceKey[]): Promise<readonly NoticeEntity[]> {
      const rows = await db
        .selectFrom('notice')
        .select(entityColumns)
        .where((where) => where(where.refTuple('source_id', 'key'), 'in', tuples(where, keys)))
        .execute()
      return rows.map(entityOf)
    },

    /** The newest notice of a project at each source that has a project of this code. */
    async newestOfProject(code: string): Promise<readonly NoticeEntity[]> {
      const rows = await db
        .selectFrom('notice')
        .select(entityColumns)
        .distinctOn('source_id')
        .where('project_code', '=', code)
        .orderBy('source_id')
        .orderBy('published_at', 'desc')
        .orderBy('key', 'desc')
        .execute()
      return rows.map(entityOf)
    },

    /** All notices of several projects, oldest first. */
    async ofProjects(projects: readonly SourceKey[]): Promise<readonly NoticeEntity[]> {
      const rows = await db
        .selectFrom('notice')
        .select(entityColumns)
        .where((where) => where(where.refTuple('source_id', 'project_code'), 'in', tuples(where, projects)))
        .orderBy('published_at')
        .orderBy('key')
        .execute()
      return rows.map(entityOf)
    },
  }
}

const tuples = (where: ExpressionBuilder<NoticesTables, 'notice'>, keys: readonly SourceKey[]) =>
  keys.map(([sourceId, key]) => where.tuple(sourceId, key))

export type NoticesStore = ReturnType<typeof createNoticesStore>
