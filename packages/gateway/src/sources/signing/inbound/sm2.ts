import { at } from '../../protocols/path.ts'
import { canonicalText, type SignatureHeaders, type SignedPart, signatureHeaders } from '../canonical.ts'
import { partsOf } from '../query.ts'
import { checkedPublicKey, readSm2Signature, type Sm2Habits, sm2Verify } from '../sm2-sign.ts'
import {
  headerOf,
  judge,
  markOf,
  type ReceivedRequest,
  readMilliseconds,
  type Verifier,
  type Window,
} from './verifier.ts'

/** A public key of the other side, and when it is accepted. While keys change, two are. */
export interface Sm2VerifyingKey {
  /** When the sender names a key, only keys of this name are tried. */
  readonly id?: string
  /** `04` and 128 hexadecimal digits. */
  readonly publicKey: string
  /** ISO 8601 instant from which it is accepted. @default always */
  readonly from?: string
  /** ISO 8601 instant from which it is accepted no more. @default never */
  readonly until?: string
}

/** How a department signs with SM2. */
export interface Sm2VerifierOptions extends Sm2Habits, Window {
  readonly keys: readonly Sm2VerifyingKey[]
  /** What is signed. Of a body alone, it must say when, see `bodyTime`. @default 'REQUEST' */
  readonly signs?: SignedPart
  /** Path of the time stamp in a JSON body that alone is signed, in seconds or milliseconds. @default 'timestamp' */
  readonly bodyTime?: string
  /** @default x-signature, x-timestamp, x-nonce, x-key-id */
  readonly headers?: Partial<SignatureHeaders>
  /** The path the other side signs, where a proxy changes it on the way. @default the path received */
  readonly path?: string
}

const instant = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Date.parse(text)

const isAccepted = ({ from, until }: Sm2VerifyingKey, now: Date): boolean =>
  instant(from, Number.NEGATIVE_INFINITY) <= now.getTime() && now.getTime() < instant(until, Number.POSITIVE_INFINITY)

function check({ publicKey, from, until }: Sm2VerifyingKey): void {
  checkedPublicKey(publicKey)
  if (Number.isNaN(instant(from, 0)) || Number.isNaN(instant(until, 0)))
    throw new TypeError('An SM2 key is accepted from and until ISO 8601 instants.')
}

/** Ten digits are seconds, thirteen milliseconds, as text or as number. */
function timeIn(body: Uint8Array, path: string): number | undefined {
  try {
    const text = String(at(JSON.parse(Buffer.from(body).toString('utf8')), path))
    return /^\d{10}$/.test(text) ? Number(text) * 1_000 : readMilliseconds(text)
  } catch {
    return undefined
  }
}

/** What was signed, and when the sender says it was. */
function signed(request: ReceivedRequest, options: Sm2VerifierOptions, names: SignatureHeaders) {
  if (options.signs === 'BODY')
    return { content: request.body, at: timeIn(request.body, options.bodyTime ?? 'timestamp') }
  const [timestamp, nonce] = [headerOf(request, names.timestamp), headerOf(request, names.nonce)]
  const { path, search } = partsOf(request.url)
  const url = `${options.path ?? path}?${search}`
  return { content: canonicalText({ ...request, url, timestamp, nonce }), at: readMilliseconds(timestamp) }
}

/**
 * Checks SM2 signatures, with keys that take over from each other.
 *
 * @throws TypeError for a key that is no point of the curve, or whose times cannot be read
 */
export function sm2Verifier(options: Sm2VerifierOptions): Verifier {
  for (const key of options.keys) check(key)
  const names = { ...signatureHeaders, ...options.headers }
  return async (request, context) => {
    const named = headerOf(request, names.keyId)
    const keys = options.keys.filter((key) => isAccepted(key, context.now) && (named === '' || key.id === named))
    const signature = headerOf(request, names.signature)
    const { content, at: signedAt } = signed(request, options, names)
    const claim = {
      at: signedAt,
      isGenuine: () => keys.some(({ publicKey }) => sm2Verify(content, signature, publicKey, options)),
      mark: markOf(readSm2Signature(signature, options) ?? signature),
    }
    return judge(claim, options, context)
  }
}
