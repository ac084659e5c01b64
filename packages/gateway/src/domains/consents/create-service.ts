import { deciding } from './decide.ts'
import { handInUnder } from './hand-in.ts'
import { type AskingParts, asking } from './request.ts'
import type { ConsentDecisions, ConsentsService } from './service.ts'
import { sharedConsents } from './shared.ts'
import { consentEntity } from './store.ts'
import { using } from './use.ts'
import { isVisible } from './visible.ts'

/** The service of consents, with what only its own resolvers do. */
export function createConsentsService(parts: AskingParts): ConsentsService & ConsentDecisions {
  const { store, applicants, now } = parts
  const shared = sharedConsents(store.db, now)
  return {
    ...using({ consents: shared, applicants, now }),
    ...deciding(store, now),
    request: asking(parts),
    handIn: (consentId, trx) => handInUnder(trx, consentId, now()),
    async byId(id, { caller }) {
      const row = await shared.read(id)
      return row && isVisible(row, caller) ? consentEntity(row, now()) : null
    },
  }
}
