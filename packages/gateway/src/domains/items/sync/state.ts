import { type Kysely, sql } from 'kysely'
import type { SyncRow } from '../tables.ts'

/** How long a gateway that stopped answering keeps others from synchronising a source. Renewed with each page. */
const holdSeconds = 120

/** The state of a source's synchronisation; made on first use. */
export async function readState(db: Kysely<unknown>, sourceId: string): Promise<SyncRow> {
  await sql`insert into item_sync (source_id) values (${sourceId}) on conflict do nothing`.execute(db)
  const { rows } = await sql<SyncRow>`select * from item_sync where source_id = ${sourceId}`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('the row that was just made is there')
  return row
}

/** Takes a source for one holder; false while another gateway holds it. */
export async function hold(db: Kysely<unknown>, sourceId: string, holder: string): Promise<boolean> {
  await readState(db, sourceId)
  const { rows } = await sql`
    update item_sync set holder = ${holder}, held_until = now() + make_interval(secs => ${sql.lit(holdSeconds)})
    where source_id = ${sourceId} and (holder is null or holder = ${holder} or held_until < now())
    returning 1 as one`.execute(db)
  return rows.length === 1
}

export const letGo = (db: Kysely<unknown>, sourceId: string, holder: string): Promise<unknown> =>
  sql`update item_sync set holder = null, held_until = null where source_id = ${sourceId} and holder = ${holder}`.execute(
    db,
  )

/** Begins a run; a full one gets a new number, so that what it does not see can be told from what it sees. */
export async function begin(
  db: Kysely<unknown>,
  sourceId: string,
  mode: 'FULL' | 'INCREMENTAL',
  nextMark: string | null,
): Promise<SyncRow> {
  const step = mode === 'FULL' ? 1 : 0
  const { rows } = await sql<SyncRow>`
    update item_sync set mode = ${mode}, run = run + ${sql.lit(step)}, cursor = null, done = 0, total = null, next_mark = ${nextMark}
    where source_id = ${sourceId} returning *`.execute(db)
  return rows[0] ?? readState(db, sourceId)
}

/** Notes that a page is in: in the page's own transaction, so a killed process repeats one page at most. */
export const advance = (
  trx: Kysely<unknown>,
  sourceId: string,
  { cursor, done, total }: Pick<SyncRow, 'cursor' | 'done' | 'total'>,
): Promise<unknown> =>
  sql`
  update item_sync set cursor = ${cursor}, done = ${done}, total = ${total},
    held_until = case when holder is null then null else now() + make_interval(secs => ${sql.lit(holdSeconds)}) end
  where source_id = ${sourceId}`.execute(trx)

/** Ends a run that cannot be completed; the next one begins anew, from the mark there is. */
export const abandon = (db: Kysely<unknown>, sourceId: string): Promise<unknown> =>
  sql`update item_sync set mode = null, cursor = null, next_mark = null where source_id = ${sourceId}`.execute(db)

/** Notes that a run is complete. `mark` null keeps the one there is. */
export const finish = (
  trx: Kysely<unknown>,
  sourceId: string,
  at: Date,
  { full, mark }: { readonly full: boolean; readonly mark: string | null },
): Promise<unknown> =>
  sql`
  update item_sync set mode = null, cursor = null, next_mark = null, mark = coalesce(${mark}, mark), finished_at = ${at}::timestamptz,
    full_finished_at = case when ${full} then ${at}::timestamptz else full_finished_at end
  where source_id = ${sourceId}`.execute(trx)
