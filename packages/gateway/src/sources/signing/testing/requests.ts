import type { HttpRequest } from '../../source.ts'
import type { ReceivedRequest } from '../inbound/verifier.ts'

/** A request as the other side receives it: path and query, header names in lower case, bytes. */
export function received({ method, url, headers = {}, body = '' }: HttpRequest): ReceivedRequest {
  const { pathname, search } = new URL(url)
  return {
    method,
    url: pathname + search,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: Buffer.from(body),
  }
}
