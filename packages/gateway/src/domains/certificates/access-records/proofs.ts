import type { Seal } from '../../../store/seal.ts'
import type { Store } from '../../../store/store.ts'
import type { CertificateStatus } from '../../generated/resolvers.ts'
import { canonical } from '../identifiers.ts'
import type { CertificateTables } from '../schema.ts'

/** Whose certificates were read, and what allowed it. */
export interface ReadUnder {
  readonly consentId: string
  readonly holderFingerprint: string
}

/** What the access records prove: which certificates a platform gave as somebody's, and how they stood. */
export interface Proofs {
  /** How certificates stood when they were last read so, by canonical identifier; one never read so is left out. */
  statuses(read: ReadUnder, identifiers: readonly string[]): Promise<ReadonlyMap<string, CertificateStatus>>
}

/** Recognises a certificate without telling which, however its platform writes it. */
export const certificateFingerprint = (seal: Seal, identifier: string): string =>
  seal.fingerprint(`certificate:${canonical(identifier)}`)

/** Proofs from the access records: nobody but this gateway writes them, and nobody changes them. */
export function accessProofs(store: Store, seal: Seal): Proofs {
  const db = store.db.withTables<CertificateTables>()
  return {
    async statuses({ consentId, holderFingerprint }, identifiers) {
      if (identifiers.length === 0) return new Map()
      const byFingerprint = new Map(identifiers.map((each) => [certificateFingerprint(seal, each), canonical(each)]))
      const rows = await db
        .selectFrom('access_record')
        .select(['certificate_fingerprint', 'certificate_status'])
        .where('consent_id', '=', consentId)
        .where('holder_fingerprint', '=', holderFingerprint)
        .where('action', '=', 'certificate')
        .where('certificate_fingerprint', 'in', [...byFingerprint.keys()])
        .where('certificate_status', 'is not', null)
        .orderBy('sequence')
        .execute()
      return new Map(
        rows.flatMap(({ certificate_fingerprint, certificate_status }) => {
          const identifier = byFingerprint.get(certificate_fingerprint ?? '')
          return identifier === undefined || certificate_status === null ? [] : [[identifier, certificate_status]]
        }),
      )
    },
  }
}
