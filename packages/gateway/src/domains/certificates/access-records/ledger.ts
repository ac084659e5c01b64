import { randomUUID } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import { requireClient } from '../../../access/caller.ts'
import type { Seal } from '../../../store/seal.ts'
import type { Store } from '../../../store/store.ts'
import { coalesce } from '../../../work/coalesce/coalesce.ts'
import { mayBeOneRow } from '../../../work/coalesce/keyed-rows.ts'
import type { CertificateStatus } from '../../generated/resolvers.ts'
import { globalId } from '../../global-id.ts'
import type { Operator, RequestContext } from '../../request.ts'
import type { AccessAction, AccessRecordEntity, ReadReason } from '../record.ts'
import type { CertificateTables } from '../schema.ts'
import { certificateFingerprint } from './proofs.ts'

/** One reading of personal data. */
export interface Access {
  readonly action: AccessAction
  readonly certificateType: string | null
  readonly identifier: string | null
  /** Whose data was read, as fingerprints; empty when nobody knows. */
  readonly holderFingerprints: readonly string[]
  /** What its platform said of a certificate that was read. */
  readonly status?: CertificateStatus
  readonly reason: ReadReason
}

/** Proof of who read what, when and what for (用证记录). */
export interface AccessLedger {
  /** Writes records; what was read may leave only after this. @throws TongbanError `TB_UNAUTHENTICATED` */
  record(accesses: readonly Access[], context: RequestContext): Promise<void>
  /** Newest first, older than a position, at most so many. */
  newest(before: number | null, limit: number): Promise<readonly AccessRecordEntity[]>
  byKey(key: string): Promise<AccessRecordEntity | null>
}

/**
 * The ledger in the database. Records of several requests are written in one statement; each request waits until its own
 * are there. A statement that fails writes none of them, so each request's are then written by themselves.
 */
export function accessLedger(store: Store, seal: Seal, now: () => Date): AccessLedger {
  const db = store.db.withTables<CertificateTables>()
  const write = coalesce({
    identity: (row: Insertable<CertificateTables['access_record']>) => row.id,
    mayBeOneKey: mayBeOneRow,
    load: async (rows) => {
      await db
        .insertInto('access_record')
        .values([...rows])
        .execute()
      return rows
    },
  })
  /** One row for each holder: each must find every reading of its data. */
  const rowsOf = ({ action, certificateType, identifier, holderFingerprints, status, reason }: Access) => {
    const row = {
      action,
      certificate_type: certificateType,
      certificate_fingerprint: identifier === null ? null : certificateFingerprint(seal, identifier),
      certificate_status: status ?? null,
      purpose: reason.purpose,
      consent_id: reason.consentId,
    }
    const holders = holderFingerprints.length > 0 ? holderFingerprints : [null]
    return holders.map((holder) => ({ ...row, holder_fingerprint: holder }))
  }
  return {
    async record(accesses, context) {
      const by = readerOf(context)
      await write(accesses.flatMap(rowsOf).map((row) => ({ id: randomUUID(), at: now(), ...by, ...row })))
    },
    async newest(before, limit) {
      const query = db.selectFrom('access_record').selectAll().orderBy('sequence', 'desc').limit(limit)
      const rows = await (before === null ? query : query.where('sequence', '<', before)).execute()
      return rows.map(entityOf)
    },
    async byKey(key) {
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return null
      const row = await db.selectFrom('access_record').selectAll().where('id', '=', key).executeTakeFirst()
      return row ? entityOf(row) : null
    },
  }
}

function readerOf({ caller, operator, requestId }: RequestContext) {
  const client = requireClient(caller)
  return { client_id: client.id, client_title: client.title, operator: operatorName(operator), request_id: requestId }
}

/** Clients name their clerks as they like; a page-long name would fill the ledger. */
const operatorName = (operator: Operator | null): string | null =>
  [operator?.branch, operator?.id].filter(Boolean).join(' ').slice(0, 200) || null

const entityOf = (row: Selectable<CertificateTables['access_record']>): AccessRecordEntity => ({
  id: globalId('AccessRecord', row.id),
  sequence: row.sequence,
  at: row.at,
  client: row.client_title,
  operator: row.operator,
  action: row.action,
  certificateType: row.certificate_type,
  purpose: row.purpose,
  consentId: row.consent_id,
  requestId: row.request_id,
})
