import type { HttpRequest, HttpResponse } from '../source.ts'
import type { Signer, SignerIo } from './signer.ts'

/**
 * Several signers one after the other, for example a platform's signature and a department's own token. Later ones sign what
 * earlier ones have added, and answers are opened the other way round.
 */
export function allSigners(...signers: readonly Signer[]): Signer {
  const stages = new WeakMap<HttpRequest, readonly HttpRequest[]>()
  const sign = async (request: HttpRequest, io: SignerIo): Promise<HttpRequest> => {
    const signed: HttpRequest[] = []
    for (const signer of signers) signed.push(await signer(signed.at(-1) ?? request, io))
    const last = signed.at(-1) ?? request
    stages.set(last, signed)
    return last
  }
  const renew = (refused: HttpRequest): boolean => {
    const signed = stages.get(refused) ?? []
    // each of them is told: nobody knows which of several secrets was not accepted
    return signed.map((stage, index) => signers[index]?.renew?.(stage) ?? false).includes(true)
  }
  const open = (response: HttpResponse): HttpResponse =>
    signers.reduceRight((opened, signer) => signer.open?.(opened) ?? opened, response)
  return Object.assign(sign, { renew, open })
}
