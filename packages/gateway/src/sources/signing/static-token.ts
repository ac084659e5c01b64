import { checkNeeded } from './check.ts'
import type { ClockSigner } from './signer.ts'
import { bearer, placeToken, type TokenPlace } from './token-place.ts'

/**
 * A token that never changes, in a header or in the query.
 *
 * @param place where it travels; as a bearer token when absent
 * @example
 * rest({ base, sign: staticToken(process.env.CITY_TOKEN ?? '', { query: 'appKey' }), envelope })
 */
export const staticToken = (token: string, place: TokenPlace = bearer): ClockSigner => {
  checkNeeded('staticToken', { token }, { token: 'the token' })
  return (request) => placeToken(request, place, token)
}
