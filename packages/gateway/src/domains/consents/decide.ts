import { type Locale, TongbanError } from '@tongban/schema'
import type { Transaction } from 'kysely'
import { requireClient } from '../../access/caller.ts'
import { requireScopes } from '../../access/scopes.ts'
import type { Store } from '../../store/store.ts'
import type { ConsentState } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import type { ConsentEntity } from './record.ts'
import type { ConsentDecisions } from './service.ts'
import { stateName } from './states.ts'
import { type ConsentChange, type ConsentRow, changeConsent, consentEntity, lockConsent } from './store.ts'
import { isVisible } from './visible.ts'

/** Threat: somebody who can pass on answers tries codes until one fits. Of 10,000 codes five may be tried. */
const maxWrongCodes = 5

/** Passes on the citizen's answers and ends consents. */
export function deciding(store: Store, now: () => Date): Pick<ConsentDecisions, 'decide' | 'revoke'> {
  const change = (id: string, context: RequestContext, work: Work): Promise<Outcome> =>
    store.transaction(async (trx) => {
      const row = await lockConsent(trx, id)
      if (!row || !isVisible(row, context.caller)) throw new TongbanError('TB_CONSENT_NOT_FOUND', {}, { path: ['id'] })
      return work(consentEntity(row, now()), row, trx)
    })
  return {
    async decide({ id, matchCode, granted }, context) {
      requireScopes(context.caller, [['consents:decide']])
      const { row, wrong } = await change(id, context, async (consent, row, trx) => {
        requirePending(consent.state, context.locale)
        const wrong = matchCode.trim() !== row.match_code
        const next = wrong ? afterWrongCode(row, now()) : afterAnswer(row, granted, now())
        return { row: await changeConsent(trx, row.id, next), wrong }
      })
      // Thrown only now: the count of wrong codes must outlive the error.
      if (wrong) throw new TongbanError('TB_CONSENT_CODE_WRONG', {}, { path: ['matchCode'] })
      return consentEntity(row, now())
    },
    async revoke(id, context) {
      requireClient(context.caller)
      const { row } = await change(id, context, async ({ state }, row, trx) => {
        if (state === 'REVOKED') return { row }
        if (state === 'REFUSED' || state === 'EXPIRED') throw ended(state, context.locale)
        return { row: await changeConsent(trx, row.id, { state: 'REVOKED' }) }
      })
      return consentEntity(row, now())
    },
  }
}

interface Outcome {
  readonly row: ConsentRow
  readonly wrong?: boolean
}
type Work = (consent: ConsentEntity, row: ConsentRow, trx: Transaction<unknown>) => Promise<Outcome>

function requirePending(state: ConsentState, locale: Locale): void {
  if (state === 'PENDING') return
  if (state === 'EXPIRED') throw ended(state, locale)
  throw new TongbanError('TB_CONSENT_DECIDED', { state: stateName(state, locale) }, { path: ['id'] })
}

const ended = (state: ConsentState, locale: Locale): TongbanError =>
  new TongbanError('TB_CONSENT_ENDED', { state: stateName(state, locale) }, { path: ['id'] })

const afterWrongCode = ({ wrong_codes }: ConsentRow, now: Date): ConsentChange =>
  wrong_codes + 1 < maxWrongCodes
    ? { wrong_codes: wrong_codes + 1 }
    : { wrong_codes: wrong_codes + 1, state: 'REFUSED', decided_at: now }

const afterAnswer = ({ valid_minutes }: ConsentRow, granted: boolean, now: Date): ConsentChange =>
  granted
    ? { state: 'GRANTED', decided_at: now, expires_at: new Date(now.getTime() + valid_minutes * 60_000) }
    : { state: 'REFUSED', decided_at: now }
