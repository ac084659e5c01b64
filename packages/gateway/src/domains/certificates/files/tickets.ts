import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Seal } from '../../../store/seal.ts'
import type { Store } from '../../../store/store.ts'
import type { CertificateTables } from '../schema.ts'

/** How long a link to a file works. */
const ticketMs = 5 * 60_000
/** 192 random bits: nobody finds one by trying. */
const ticketBytes = 24

const fileRequest = z.object({
  identifier: z.string(),
  format: z.enum(['OFD', 'PNG']),
  typeCode: z.string(),
  holderFingerprints: z.array(z.string()).readonly(),
  reason: z.object({ purpose: z.string(), consentId: z.string().nullable() }),
})
/** Which file a ticket is for, and why it may be fetched. */
export type FileRequest = z.output<typeof fileRequest>

/** Short-lived tickets for files, each for one client. */
export interface Tickets {
  issue(clientId: string, request: FileRequest): Promise<{ readonly ticket: string; readonly expiresAt: Date }>
  /** Undefined when it is unknown, somebody else's, or has expired. */
  redeem(clientId: string, ticket: string): Promise<FileRequest | undefined>
}

const digestOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url')
const contextOf = (digest: string): string => `certificate_ticket:${digest}`

/**
 * Tickets in the database, so that any gateway on it can serve the link. The link itself tells nothing: identifiers in
 * addresses end up in the logs of every proxy on the way. Expired tickets go when a new one is issued.
 */
export function fileTickets(store: Store, seal: Seal, now: () => Date): Tickets {
  const db = store.db.withTables<CertificateTables>()
  return {
    async issue(clientId, request) {
      const ticket = randomBytes(ticketBytes).toString('base64url')
      const digest = digestOf(ticket)
      const expiresAt = new Date(now().getTime() + ticketMs)
      const sealed = seal.seal(JSON.stringify(request), contextOf(digest))
      await db.deleteFrom('certificate_ticket').where('expires_at', '<=', now()).execute()
      await db
        .insertInto('certificate_ticket')
        .values({ digest, client_id: clientId, sealed, expires_at: expiresAt })
        .execute()
      return { ticket, expiresAt }
    },
    async redeem(clientId, ticket) {
      const digest = digestOf(ticket)
      const row = await db
        .selectFrom('certificate_ticket')
        .select('sealed')
        .where('digest', '=', digest)
        .where('client_id', '=', clientId)
        .where('expires_at', '>', now())
        .executeTakeFirst()
      return row && fileRequest.parse(JSON.parse(seal.open(row.sealed, contextOf(digest))))
    },
  }
}
