import type { Seal } from '../../../store/seal.ts'
import type { Store } from '../../../store/store.ts'
import { canonical } from '../identifiers.ts'
import type { CertificateTables } from '../schema.ts'

/** Whose certificates were read, and what allowed it. */
export interface ReadUnder {
  readonly consentId: string
  readonly holderFingerprint: string
}

/** What the access records prove: which certificates a platform gave as somebody's. */
export interface Proofs {
  /** Those of the identifiers, in canonical form, that were read so. How they stand now is for their platform to say. */
  read(under: ReadUnder, identifiers: readonly string[]): Promise<ReadonlySet<string>>
}

/** Recognises a certificate without telling which, however its platform writes it. */
export const certificateFingerprint = (seal: Seal, identifier: string): string =>
  seal.fingerprint(`certificate:${canonical(identifier)}`)

/** Proofs from the access records: nobody but this gateway writes them, and nobody changes them. */
export function accessProofs(store: Store, seal: Seal): Proofs {
  const db = store.db.withTables<CertificateTables>()
  return {
    async read({ consentId, holderFingerprint }, identifiers) {
      const byFingerprint = new Map(identifiers.map((each) => [certificateFingerprint(seal, each), canonical(each)]))
      const rows = await db
        .selectFrom('access_record')
        .select('certificate_fingerprint')
        .where('consent_id', '=', consentId)
        .where('holder_fingerprint', '=', holderFingerprint)
        .where('action', '=', 'certificate')
        .where('certificate_fingerprint', 'in', [...byFingerprint.keys()])
        .where('certificate_status', 'is not', null)
        .execute()
      return new Set(rows.flatMap((row) => byFingerprint.get(row.certificate_fingerprint ?? '') ?? []))
    },
  }
}
