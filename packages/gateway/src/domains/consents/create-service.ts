import { deciding } from './decide.ts'
import { asking } from './request.ts'
import type { ConsentDecisions, ConsentsService } from './service.ts'
import { consentEntity, readConsent } from './store.ts'
import { type UsingParts, using } from './use.ts'
import { isVisible } from './visible.ts'

/** The service of consents, with what only its own resolvers do. */
export function createConsentsService(parts: UsingParts): ConsentsService & ConsentDecisions {
  const { store, now } = parts
  return {
    ...using(parts),
    ...deciding(store, now),
    request: asking(parts),
    async byId(id, { caller }) {
      const row = await readConsent(store.db, id)
      return row && isVisible(row, caller) ? consentEntity(row, now()) : null
    },
  }
}
