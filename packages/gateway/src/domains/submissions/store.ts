import type { Kysely, Selectable } from 'kysely'
import type { SubmissionState } from '../generated/resolvers.ts'
import { isInstant, isKey } from '../position.ts'
import type { SubmissionEntity } from './record.ts'
import type { SubmissionTables } from './tables.ts'

type Db = Kysely<unknown>
type Row = Selectable<SubmissionTables['submission']>

export const tables = (db: Db) => db.withTables<SubmissionTables>()

/** What of a row an entity needs; delivery keeps the rest to itself. */
const columns = [
  'id',
  'client_id',
  'client_title',
  'receipt_number',
  'state',
  'refusal',
  'trouble',
  'mode',
  'item',
  'submitted_at',
  'sealed',
] as const

const entityOf = (row: Pick<Row, (typeof columns)[number]>): SubmissionEntity => ({
  id: row.id,
  clientId: row.client_id,
  clientTitle: row.client_title,
  receiptNumber: row.receipt_number,
  state: row.state,
  refusal: row.refusal,
  trouble: row.trouble,
  mode: row.mode,
  item: row.item,
  submittedAt: row.submitted_at.toISOString(),
  sealed: row.sealed,
})

/** Submissions by identifier or receipt number. */
export async function readSubmissions(
  db: Db,
  by: 'id' | 'receipt_number',
  keys: readonly string[],
): Promise<readonly SubmissionEntity[]> {
  const rows = await tables(db).selectFrom('submission').select(columns).where(by, 'in', keys).execute()
  return rows.map(entityOf)
}

/** Where a page begins: after this submission. */
export type Position = readonly [submittedAt: string, id: string]

export const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length === 2 && isInstant(value[0]) && isKey(value[1])

/** Submissions of a client, newest first. */
export async function listSubmissions(
  db: Db,
  clientId: string,
  { states, after, limit }: { states: readonly SubmissionState[] | null; after: Position | null; limit: number },
): Promise<readonly SubmissionEntity[]> {
  const rows = await tables(db)
    .selectFrom('submission')
    .select(columns)
    .where('client_id', '=', clientId)
    .$if(states !== null, (query) => query.where('state', 'in', states ?? []))
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('submitted_at', 'id'), '<', tuple(new Date(after?.[0] ?? 0), after?.[1] ?? '')),
      ),
    )
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(entityOf)
}

export type CustodyRow = Selectable<SubmissionTables['submission_custody']>

/** The chains of custody of several submissions, oldest first. */
export const readCustody = (db: Db, ids: readonly string[]): Promise<CustodyRow[]> =>
  tables(db).selectFrom('submission_custody').selectAll().where('submission_id', 'in', ids).orderBy('seq').execute()

/** Adds a link to the chain of custody. */
export async function addCustody(trx: Db, entry: Omit<CustodyRow, 'seq'>): Promise<void> {
  await tables(trx).insertInto('submission_custody').values(entry).execute()
}
