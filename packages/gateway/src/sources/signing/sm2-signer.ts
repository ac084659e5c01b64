import { canonicalText, nonceAt, type SignatureHeaders, type SignedPart, signatureHeaders } from './canonical.ts'
import { type ClockSigner, withHeaders } from './signer.ts'
import { type Sm2Habits, sm2Sign } from './sm2-sign.ts'

/** A key of ours. */
export interface Sm2SigningKey {
  /** Named in a header, so that the other side knows which public key to take. */
  readonly id?: string
  /** 64 hexadecimal digits. */
  readonly privateKey: string
  /** ISO 8601 instant from which it is used. @default always */
  readonly from?: string
}

/** What is signed, how, and where the signature travels. */
export interface Sm2SignerOptions extends Sm2Habits {
  /** The key whose time has come last is used: with the next key in the list, rotation happens by itself. */
  readonly keys: readonly Sm2SigningKey[]
  /** @default 'REQUEST' */
  readonly signs?: SignedPart
  /** @default x-signature, x-timestamp, x-nonce, x-key-id */
  readonly headers?: Partial<SignatureHeaders>
}

const startOf = ({ from }: Sm2SigningKey): number => (from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from))

function newest(keys: readonly Sm2SigningKey[], now: Date): Sm2SigningKey {
  const usable = keys.filter((key) => startOf(key) <= now.getTime())
  const [first] = usable.toSorted((a, b) => startOf(b) - startOf(a))
  if (!first) throw new TypeError('No SM2 key is in use yet.')
  return first
}

/** Refuses at the start what would fail at the first call. */
function check(keys: readonly Sm2SigningKey[]): void {
  for (const key of keys) {
    if (Number.isNaN(startOf(key))) throw new TypeError('An SM2 key is used from an ISO 8601 instant.')
    sm2Sign('', key.privateKey)
  }
}

/**
 * Signs requests with SM2: the canonical text of the whole request, or its body alone.
 *
 * @throws TypeError for a key that is none
 * @example
 * sm2Signature({ keys: [{ id: '2026', privateKey }], form: 'der', text: 'base64' })
 */
export function sm2Signature({ keys, signs = 'REQUEST', headers, ...habits }: Sm2SignerOptions): ClockSigner {
  check(keys)
  const names = { ...signatureHeaders, ...headers }
  return (request, { now }) => {
    const at = now()
    const parts = { ...request, body: request.body, timestamp: String(at.getTime()), nonce: nonceAt(at) }
    const key = newest(keys, at)
    const signature = sm2Sign(signs === 'BODY' ? (request.body ?? '') : canonicalText(parts), key.privateKey, habits)
    return withHeaders(request, {
      [names.signature]: signature,
      [names.timestamp]: parts.timestamp,
      [names.nonce]: parts.nonce,
      ...(key.id === undefined ? {} : { [names.keyId]: key.id }),
    })
  }
}
