import type { Kysely, Selectable, Transaction } from 'kysely'
import { globalId, keyOf } from '../global-id.ts'
import type { ConsentEntity } from './record.ts'
import type { ConsentTables } from './schema.ts'
import { stateAt } from './states.ts'

/** A consent as it stands in its row. */
export type ConsentRow = Selectable<ConsentTables['consent']>

type Database = Kysely<unknown> | Transaction<unknown>
export const tables = (db: Database) => db.withTables<ConsentTables>()
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The row's key inside a global identifier; undefined when it is none of a consent. */
export function consentKey(id: string): string | undefined {
  const key = keyOf('Consent', id)
  return key !== undefined && uuid.test(key) ? key : undefined
}

/** Reads one consent and holds it until the transaction ends. */
export async function lockConsent(trx: Transaction<unknown>, id: string): Promise<ConsentRow | undefined> {
  const key = consentKey(id)
  if (key === undefined) return undefined
  return tables(trx).selectFrom('consent').selectAll().where('id', '=', key).forUpdate().executeTakeFirst()
}

/** What a decision or a wrong code changes. */
export type ConsentChange = Partial<Pick<ConsentRow, 'state' | 'decided_at' | 'expires_at' | 'wrong_codes'>>

export async function changeConsent(db: Database, key: string, change: ConsentChange): Promise<ConsentRow> {
  return tables(db).updateTable('consent').set(change).where('id', '=', key).returningAll().executeTakeFirstOrThrow()
}

/** A new consent, as it is inserted. */
export type NewConsent = Omit<ConsentRow, 'types' | 'wrong_codes' | 'errands'> & { readonly types: string }

/** Inserts a consent unless the client used the key before. @returns undefined when it did */
export async function insertConsent(db: Database, row: NewConsent): Promise<ConsentRow | undefined> {
  return tables(db)
    .insertInto('consent')
    .values({ ...row, wrong_codes: 0 })
    .onConflict((conflict) => conflict.columns(['client_id', 'idempotency_key']).doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function consentByKey(
  db: Database,
  clientId: string,
  idempotencyKey: string,
): Promise<ConsentRow | undefined> {
  return tables(db)
    .selectFrom('consent')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
}

/** The consent as it is now. */
export const consentEntity = (row: ConsentRow, now: Date): ConsentEntity => ({
  id: globalId('Consent', row.id),
  clientId: row.client_id,
  clientTitle: row.client_title,
  applicantFingerprint: row.applicant_fingerprint,
  types: row.types,
  purpose: row.purpose,
  uses: row.uses,
  usesLeft: row.uses_left,
  validMinutes: row.valid_minutes,
  matchCode: row.match_code,
  state: stateAt(now, { state: row.state, usesLeft: row.uses_left, expiresAt: row.expires_at }),
  requestedAt: row.requested_at,
  decidedAt: row.decided_at,
  expiresAt: row.expires_at,
})
