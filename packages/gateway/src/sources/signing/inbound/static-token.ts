import { partsOf } from '../query.ts'
import { bearer, headerValue, type TokenPlace } from '../token-place.ts'
import { headerOf, isSameText, type Verifier } from './verifier.ts'

/** A token a department sends with everything. */
export interface StaticTokenVerifierOptions {
  /** Tokens in force: during a change the old one and the new one. */
  readonly tokens: readonly string[]
  /** @default the header `authorization`, with `Bearer` */
  readonly place?: TokenPlace
}

/**
 * Checks a token that never changes. It has no time and covers nothing, so a replay cannot be told from the first message; take it
 * only where the network is closed and messages may be repeated without harm.
 */
export const staticTokenVerifier =
  ({ tokens, place = bearer }: StaticTokenVerifierOptions): Verifier =>
  async (request) => {
    const received =
      'query' in place
        ? (new URLSearchParams(partsOf(request.url).search).get(place.query) ?? '')
        : headerOf(request, place.header)
    const scheme = 'query' in place ? undefined : place.scheme
    // each is compared, so that the time does not tell which one is in force
    const matches = tokens.map((token) => token !== '' && isSameText(received, headerValue(scheme, token)))
    return matches.includes(true) ? 'VALID' : 'INVALID'
  }
