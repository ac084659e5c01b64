import { randomUUID } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { SubmissionState } from '../generated/resolvers.ts'
import { tables } from './store.ts'
import type { SubmissionTables } from './tables.ts'

/** A submission this worker delivers; nobody else does until the lease ends. */
export type Held = Selectable<SubmissionTables['submission']> & { readonly lease: string }

const undelivered: readonly SubmissionState[] = ['SUBMITTED', 'DELIVERING']

/** What came of the wish to deliver a submission. */
export type Hold =
  | { readonly hold: 'mine'; readonly held: Held }
  | { readonly hold: 'others' }
  /** Delivered or given up already. */
  | { readonly hold: 'done' }

/** Takes the lease on a submission and counts the attempt. Durable before anything is sent: the count says whether to ask first. */
export async function takeHold(db: Kysely<unknown>, id: string, now: Date, until: Date): Promise<Hold> {
  const lease = randomUUID()
  const row = await tables(db)
    .updateTable('submission')
    .set({ state: 'DELIVERING', attempts: sql<number>`attempts + 1`, lease, lease_until: until, tried_at: now })
    .where('id', '=', id)
    .where('state', 'in', undelivered)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst()
  if (row) return { hold: 'mine', held: { ...row, lease } }
  const waiting = await tables(db)
    .selectFrom('submission')
    .select('id')
    .where('id', '=', id)
    .where('state', 'in', undelivered)
    .executeTakeFirst()
  return { hold: waiting ? 'others' : 'done' }
}

type Change = Partial<Pick<Held, 'refusal' | 'trouble'>> & { readonly state: SubmissionState }

/** Ends the lease with a result. @returns false when the lease was lost meanwhile */
export async function release(db: Kysely<unknown>, { id, lease }: Held, change: Change): Promise<boolean> {
  const trouble = change.trouble ? JSON.stringify(change.trouble) : null
  const released = await tables(db)
    .updateTable('submission')
    .set({ ...change, trouble, lease: null, lease_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .returning('id')
    .execute()
  return released.length > 0
}

/** Ends the leases taken before a moment, whose holders are known to be gone. @returns the submissions to deliver again */
export async function endLeases(db: Kysely<unknown>, before: Date): Promise<readonly string[]> {
  const ended = await tables(db)
    .updateTable('submission')
    .set({ state: 'SUBMITTED', lease: null, lease_until: null })
    .where('state', '=', 'DELIVERING')
    .where('tried_at', '<', before)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

/** Submissions that nobody has tried to deliver for a while, although they wait. */
export async function stranded(db: Kysely<unknown>, before: Date): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('submission')
    .select('id')
    .where('state', 'in', undelivered)
    .where((eb) => eb(eb.fn.coalesce('tried_at', 'submitted_at'), '<', before))
    .orderBy('submitted_at')
    .limit(1_000)
    .execute()
  return rows.map(({ id }) => id)
}
