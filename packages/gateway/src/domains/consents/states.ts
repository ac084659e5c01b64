import type { Locale } from '@tongban/schema'
import type { ConsentState } from '../generated/resolvers.ts'

/** What is written down. The rest follows from the clock and the counter, so that nobody has to write it in time. */
export type StoredState = 'PENDING' | 'GRANTED' | 'REFUSED' | 'REVOKED'

/** What the state depends on. */
export interface ConsentFacts {
  readonly state: StoredState
  readonly usesLeft: number
  readonly expiresAt: Date
}

/** The state at a moment. Somebody's decision outlives the clock: a refused or revoked consent never looks merely expired. */
export const stateAt = (now: Date, facts: ConsentFacts): ConsentState =>
  facts.state === 'GRANTED' && facts.usesLeft === 0 ? 'EXHAUSTED' : standingAt(now, facts)

/** The state at a moment for who refers to a consent without reading under it: how many uses are left does not matter. */
export function standingAt(now: Date, { state, expiresAt }: Omit<ConsentFacts, 'usesLeft'>): ConsentState {
  if (state === 'REFUSED' || state === 'REVOKED') return state
  return now >= expiresAt ? 'EXPIRED' : state
}

const names: Readonly<Record<ConsentState, { readonly zh: string; readonly en: string }>> = {
  PENDING: { zh: '待确认', en: 'not answered yet' },
  GRANTED: { zh: '已同意', en: 'granted' },
  REFUSED: { zh: '已拒绝', en: 'refused' },
  REVOKED: { zh: '已撤销', en: 'revoked' },
  EXHAUSTED: { zh: '已用完', en: 'used up' },
  EXPIRED: { zh: '已过期', en: 'expired' },
}

/** A state in words, for messages. */
export const stateName = (state: ConsentState, locale: Locale): string =>
  locale === 'en' ? names[state].en : names[state].zh
