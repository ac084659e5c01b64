import { canonicalText, signatureHeaders } from '../canonical.ts'
import { checkNeeded } from '../check.ts'
import { type HmacOptions, hmacOf } from '../hmac-signature.ts'
import { partsOf } from '../query.ts'
import { headerOf, isSameText, judge, markOf, readMilliseconds, type Verifier, type Window } from './verifier.ts'

/** How a department signs with a shared secret. */
export interface HmacVerifierOptions extends HmacOptions, Window {
  /** The path the other side signs, where a proxy changes it on the way. @default the path received */
  readonly path?: string
}

/** Checks HMAC over the canonical text of whole requests. */
export const hmacVerifier = (options: HmacVerifierOptions): Verifier => {
  checkNeeded('hmacVerifier', options, { secret: 'the secret' })
  return async (request, context) => {
    const names = { ...signatureHeaders, ...options.headers }
    const received = headerOf(request, names.signature)
    const signature = options.text === 'base64' ? received : received.toLowerCase()
    const [timestamp, nonce] = [headerOf(request, names.timestamp), headerOf(request, names.nonce)]
    const { path, search } = partsOf(request.url)
    const url = `${options.path ?? path}?${search}`
    const claim = {
      at: readMilliseconds(timestamp),
      isGenuine: () => isSameText(signature, hmacOf(canonicalText({ ...request, url, timestamp, nonce }), options)),
      mark: markOf(signature),
    }
    return judge(claim, options, context)
  }
}
