import type { AttemptIo, HttpRequest, HttpResponse } from '../source.ts'

/** What a signer may use: the clock, and HTTP within the bounds of the attempt, for secrets that must be fetched first. */
export type SignerIo = Pick<AttemptIo, 'now' | 'http' | 'signal'>

/** Adds to a request what the source's gateway wants to see: a signature, a token, a time stamp. Runs for each attempt anew. */
export interface Signer {
  (request: HttpRequest, io: SignerIo): HttpRequest | Promise<HttpRequest>
  /**
   * Told that the source did not accept a request as this signer signed it (`TB_SOURCE_AUTH`).
   *
   * @returns whether signing once more may go better, because a secret that no longer holds has been given up
   */
  readonly renew?: (refused: HttpRequest) => boolean
  /**
   * Undoes in an answer what the other side does to it, for example encryption.
   *
   * @throws TongbanError `TB_SOURCE_SHAPE` when it cannot be undone
   */
  readonly open?: (response: HttpResponse) => HttpResponse
}

/** A signer that needs nothing but the clock. */
export type ClockSigner = (request: HttpRequest, io: Pick<SignerIo, 'now'>) => HttpRequest

/** For sources that want nothing. */
export const unsigned: Signer = (request) => request

/** The request with more headers. */
export const withHeaders = (request: HttpRequest, headers: Readonly<Record<string, string>>): HttpRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
})

/** The request with more query parameters, after those it has. */
export function withQuery(request: HttpRequest, query: Readonly<Record<string, string>>): HttpRequest {
  const url = new URL(request.url)
  const added = new URLSearchParams(query).toString()
  url.search = url.search === '' ? added : `${url.search}&${added}`
  return { ...request, url: url.href }
}
