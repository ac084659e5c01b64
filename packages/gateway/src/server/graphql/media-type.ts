import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

const json = 'application/json; charset=utf-8'
const graphql = 'application/graphql-response+json; charset=utf-8'

/** Clients send few different headers; reading one costs as much as a small query. */
const known = new LRUCache<string, string>({ max: 100 })

/** Media type of an answer. A header that accepts neither is disregarded, as GraphQL over HTTP §6.2 allows. */
export function mediaTypeOf(accept: string | undefined): string {
  if (accept === undefined || accept === '*/*') return json
  const found = known.get(accept) ?? negotiated(accept)
  if (accept.length <= 200) known.set(accept, found)
  return found
}

/** `application/json` first: the preferred one where a client accepts both alike. */
const negotiated = (accept: string): string =>
  new Negotiator({ headers: { accept } }).mediaType([json, graphql]) ?? json
