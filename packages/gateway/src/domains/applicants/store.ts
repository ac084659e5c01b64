import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Seal } from '../../store/seal.ts'
import type { Store } from '../../store/store.ts'
import { keyedRows } from '../../work/coalesce/keyed-rows.ts'
import type { IdentityDocumentType } from '../generated/resolvers.ts'
import { documentRules } from './documents.ts'
import type { ApplicantTables } from './schema.ts'
import type { ApplicantIdentity } from './service.ts'

/** What is kept of an applicant. */
export type KeptIdentity = Omit<ApplicantIdentity, 'fingerprint'>

/** Identities at rest: sealed, found by the digest of their handle. */
export interface ApplicantStore {
  add(clientId: string, identity: KeptIdentity): Promise<void>
  /** Undefined when there is none, it is somebody else's, or it has expired. */
  find(clientId: string, handle: string, now: Date): Promise<KeptIdentity | undefined>
  /** Forgets expired identities. @returns how many */
  purge(now: Date): Promise<number>
}

const sealedIdentity = z.object({
  kind: z.enum(['PERSON', 'ORGANISATION']),
  documentType: z.custom<IdentityDocumentType>(
    (value) => typeof value === 'string' && Object.hasOwn(documentRules, value),
  ),
  documentNumber: z.string(),
  name: z.string(),
  level: z.enum(['IN_PERSON', 'FACE', 'CERTIFICATE', 'PASSWORD']),
})

const digestOf = (handle: string): string => createHash('sha256').update(handle).digest('base64url')
const contextOf = (digest: string): string => `applicant:${digest}`

/** The store of applicants in the database. */
export function applicantStore(store: Store, seal: Seal): ApplicantStore {
  const db = store.db.withTables<ApplicantTables>()
  const rows = keyedRows(
    (digests) =>
      db
        .selectFrom('applicant')
        .select(['handle_digest', 'client_id', 'sealed', 'expires_at'])
        .where('handle_digest', 'in', digests)
        .execute(),
    (row) => row.handle_digest,
  )
  return {
    async add(clientId, { handle, expiresAt, ...identity }) {
      const digest = digestOf(handle)
      const sealed = seal.seal(JSON.stringify(identity), contextOf(digest))
      const row = { handle_digest: digest, client_id: clientId, sealed, created_at: new Date(), expires_at: expiresAt }
      await db.insertInto('applicant').values(row).execute()
    },
    async find(clientId, handle, now) {
      const digest = digestOf(handle)
      const [row] = await rows([digest])
      if (row?.client_id !== clientId || row.expires_at <= now) return undefined
      const identity = sealedIdentity.parse(JSON.parse(seal.open(row.sealed, contextOf(digest))))
      return { ...identity, handle, expiresAt: row.expires_at }
    },
    async purge(now) {
      const { numDeletedRows } = await db.deleteFrom('applicant').where('expires_at', '<=', now).executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
