import type { AttemptIo, HttpRequest } from '../source.ts'

/** Adds to a request what the source's gateway wants to see: a signature, a token, a time stamp. Runs for each attempt anew. */
export type Signer = (request: HttpRequest, io: Pick<AttemptIo, 'now'>) => HttpRequest | Promise<HttpRequest>

/** For sources that want nothing. */
export const unsigned: Signer = (request) => request

/** The request with more headers. */
export const withHeaders = (request: HttpRequest, headers: Readonly<Record<string, string>>): HttpRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
})
