import type { AttemptIo, HttpRequest, HttpResponse } from '../source.ts'
import { type Signer, unsigned } from './signer.ts'

/** Requests as they were signed, by the failure their answer led to. */
const refusedBy = new WeakMap<object, HttpRequest>()

/** A failure may have been given a source on its way up; the one it was made of is its cause. */
function refusedIn(failure: unknown): HttpRequest | undefined {
  for (let error = failure; error instanceof Error; error = error.cause) {
    const refused = refusedBy.get(error)
    if (refused) return refused
  }
  return undefined
}

/** One exchange of a protocol that signs. */
export interface SignedExchange {
  /** Signs, exchanges, and reads the answer. Failures of reading are remembered with the request they belong to. */
  exchange<Answer>(draft: HttpRequest, io: AttemptIo, read: (response: HttpResponse) => Answer): Promise<Answer>
  /**
   * What a protocol answers to "the source did not let us in": whether one more attempt may be accepted, because the secret
   * that this attempt was signed with has been given up, by this failure or by an earlier one.
   */
  renew(failure: unknown): Promise<boolean>
}

/** Puts a signer to work for a protocol. */
export const signedExchange = (sign: Signer = unsigned): SignedExchange => ({
  async exchange(draft, io, read) {
    const signed = await sign(draft, io)
    const response = await io.http(signed)
    try {
      return read(sign.open?.(response) ?? response)
    } catch (error) {
      if (error instanceof Error) refusedBy.set(error, signed)
      throw error
    }
  },
  async renew(failure) {
    const refused = refusedIn(failure)
    return refused !== undefined && (sign.renew?.(refused) ?? false)
  },
})
