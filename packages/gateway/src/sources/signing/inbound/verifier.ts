import { createHash, timingSafeEqual } from 'node:crypto'

/** A request somebody sent to us, as it came in. */
export interface ReceivedRequest {
  readonly method: string
  /** Path and query as sent, percent-encoding included. */
  readonly url: string
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

/** What a signature is worth: what is valid is valid once. */
export type Verdict = 'VALID' | 'EXPIRED' | 'INVALID' | 'REPLAYED'

/** Remembers signatures for as long as they would be accepted, for all gateways of a city together. */
export interface NonceMemory {
  /**
   * @param untilMs epoch milliseconds until which it must be remembered
   * @returns true exactly once for each key
   */
  first(key: string, untilMs: number): Promise<boolean>
}

/** What a verifier may use. */
export interface VerifyContext {
  readonly now: Date
  readonly seen: NonceMemory
}

/** Checks the signature of a request that a department sends to us. */
export type Verifier = (request: ReceivedRequest, context: VerifyContext) => Promise<Verdict>

/** What all verifiers of signatures with a time have in common. */
export interface Window {
  /** How far the sender's clock may be off, either way. @default 90 */
  readonly windowSeconds?: number
}

/** What a request claims: when it was signed, and that it was. */
export interface Claim {
  /** Epoch milliseconds; undefined when the request does not say. */
  readonly at: number | undefined
  /** Asked only when the time is right. */
  isGenuine(): boolean
  /** The same for every spelling of the same signature, another for every other. */
  readonly mark: string
}

/** A claim's verdict. The clock comes first, because it costs nothing and tells nothing. */
export async function judge(
  { at, isGenuine, mark }: Claim,
  { windowSeconds = 90 }: Window,
  { now, seen }: VerifyContext,
): Promise<Verdict> {
  if (at === undefined || Number.isNaN(at)) return 'INVALID'
  const windowMs = windowSeconds * 1_000
  if (Math.abs(now.getTime() - at) > windowMs) return 'EXPIRED'
  if (!isGenuine()) return 'INVALID'
  return (await seen.first(mark, at + windowMs)) ? 'VALID' : 'REPLAYED'
}

const digest = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest()

/** Whether two texts are the same, in a time that does not depend on where they differ. */
export const isSameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** A short text that stands for a longer one. */
export const markOf = (...parts: readonly (string | Uint8Array)[]): string =>
  digest(parts.map((part) => digest(part).toString('hex')).join()).toString('hex')

/** A header's value, empty when there is none. */
export const headerOf = ({ headers }: ReceivedRequest, name: string): string => headers[name.toLowerCase()] ?? ''

/** Epoch milliseconds written as 13 digits. */
export const readMilliseconds = (text: string): number | undefined => (/^\d{13}$/.test(text) ? Number(text) : undefined)
