import { type BgHmacOptions, bgHmacSignature } from '../bg-hmac.ts'
import { checkNeeded } from '../check.ts'
import { partsOf } from '../query.ts'
import { headerOf, isSameText, judge, markOf, type Verifier, type Window } from './verifier.ts'

/** How Zhejiang's gateway, or somebody who calls us as it does, signs. */
export interface BgHmacVerifierOptions extends BgHmacOptions, Window {
  /** The path the other side signs, where a proxy changes it on the way. @default the path received */
  readonly path?: string
  /**
   * What makes a second message a replay. The date has seconds only and the body is not signed, so senders of several messages a
   * second to one address need `SIGNATURE_AND_BODY`: then whoever holds a signature of the last seconds can put another body
   * under it, and TLS alone protects the body. @default 'SIGNATURE'
   */
  readonly once?: 'SIGNATURE' | 'SIGNATURE_AND_BODY'
}

/** The instant of an RFC 1123 date in GMT, undefined when it is written in another way. */
function readDate(text: string): number | undefined {
  const at = Date.parse(text)
  return !Number.isNaN(at) && new Date(at).toUTCString() === text ? at : undefined
}

/** Checks `X-BG-*` signatures. */
export const bgHmacVerifier = (options: BgHmacVerifierOptions): Verifier => {
  checkNeeded('bgHmacVerifier', options, { accessKey: 'the access key', secret: 'the secret' })
  return async (request, context) => {
    const { path: received, search } = partsOf(request.url)
    const { accessKey, path = received, once = 'SIGNATURE' } = options
    const date = headerOf(request, 'x-bg-date-time')
    const signature = headerOf(request, 'x-bg-hmac-signature')
    const parts = { method: request.method, path, search, accessKey, date }
    const claim = {
      at: readDate(date),
      isGenuine: () =>
        headerOf(request, 'x-bg-hmac-algorithm').toLowerCase() === 'hmac-sha256' &&
        isSameText(headerOf(request, 'x-bg-hmac-access-key'), accessKey) &&
        isSameText(signature, bgHmacSignature(parts, options)),
      mark: once === 'SIGNATURE' ? markOf(signature) : markOf(signature, request.body),
    }
    return judge(claim, options, context)
  }
}
