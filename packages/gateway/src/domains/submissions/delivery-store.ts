import { randomUUID } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { SubmissionState } from '../generated/resolvers.ts'
import { tables } from './store.ts'
import type { SubmissionTables } from './tables.ts'

/** A submission this worker delivers; nobody else does until the lease ends. */
export type Held = Selectable<SubmissionTables['submission']> & {
  readonly lease: string
  /** How long ago the gateway stopped waiting for the answer to what it sent; null when nothing was sent. */
  readonly sentAgoMs: number | null
}

const undelivered: readonly SubmissionState[] = ['SUBMITTED', 'DELIVERING']

/** What came of the wish to deliver a submission. */
export type Hold =
  | { readonly hold: 'mine'; readonly held: Held }
  | { readonly hold: 'others' }
  /** Delivered or given up already. */
  | { readonly hold: 'done' }

/** What a lease is taken with. */
export interface Lease {
  readonly ms: number
  /** For those who look what nobody has tried for long. */
  readonly now: Date
}

/**
 * Takes the lease on a submission and counts the attempt, durably before anything is sent. Leases run by the clock of the
 * database, because those of two gateways differ. One that ended by itself was held by somebody who may have sent.
 */
export async function takeHold(db: Kysely<unknown>, id: string, { ms, now }: Lease): Promise<Hold> {
  const lease = randomUUID()
  const row = await tables(db)
    .updateTable('submission')
    .set({
      state: 'DELIVERING',
      attempts: sql<number>`attempts + 1`,
      lease,
      lease_until: sql<Date>`now() + ${ms} * interval '1 millisecond'`,
      sent_until: sql<Date | null>`coalesce(lease_until, sent_until)`,
      tried_at: now,
    })
    .where('id', '=', id)
    .where('state', 'in', undelivered)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', sql<Date>`now()`)]))
    .returningAll()
    .returning(sql<number | null>`(extract(epoch from now() - sent_until) * 1000)::float8`.as('sentAgoMs'))
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

type Change = Partial<Pick<Held, 'refusal' | 'trouble'>> & {
  readonly state: SubmissionState
  /** Whether something was sent whose answer nobody will wait for any more. */
  readonly sent?: boolean
}

/** Ends the lease with a result. @returns false when the lease was lost meanwhile */
export async function release(
  db: Kysely<unknown>,
  { id, lease }: Held,
  { sent = false, ...change }: Change,
): Promise<boolean> {
  const trouble = change.trouble ? JSON.stringify(change.trouble) : null
  const released = await tables(db)
    .updateTable('submission')
    .set({ ...change, trouble, lease: null, lease_until: null, ...(sent ? { sent_until: sql<Date>`now()` } : {}) })
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
    .set({ state: 'SUBMITTED', lease: null, lease_until: null, sent_until: sql<Date>`now()` })
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
