import type { HttpRequest } from '../source.ts'
import { withHeaders, withQuery } from './signer.ts'

/** Where a token travels: in a header, perhaps after a word such as `Bearer`, or in the query. */
export type TokenPlace = { readonly header: string; readonly scheme?: string } | { readonly query: string }

/** Where RFC 6750 §2.1 puts a token. */
export const bearer: TokenPlace = { header: 'authorization', scheme: 'Bearer' }

/** What a header holds for this token. */
export const headerValue = (scheme: string | undefined, token: string): string =>
  scheme === undefined ? token : `${scheme} ${token}`

/** The request with a token in its place. */
export const placeToken = (request: HttpRequest, place: TokenPlace, token: string): HttpRequest =>
  'query' in place
    ? withQuery(request, { [place.query]: token })
    : withHeaders(request, { [place.header]: headerValue(place.scheme, token) })
