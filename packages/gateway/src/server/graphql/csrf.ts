import type { IncomingHttpHeaders } from 'node:http'
import { TongbanError } from '@tongban/schema'

/** Headers a page of another site cannot send without asking first (CORS preflight). */
const guardHeaders = ['x-tongban-client', 'apollo-require-preflight'] as const

/**
 * Threat: any web page can make a visitor's browser send a GET here, from inside a government network the page itself
 * cannot reach, and learn from time or side effect. A request with a header or content type that is not simple makes the
 * browser ask us first, and we never agree. POST needs no guard: only `application/json` is read, which is not simple.
 *
 * @throws TongbanError `TB_CSRF_BLOCKED`
 */
export function guardSimpleGet(headers: IncomingHttpHeaders): void {
  if (guardHeaders.some((name) => headers[name])) return
  if (/^application\/json\b/i.test(headers['content-type'] ?? '')) return
  throw new TongbanError('TB_CSRF_BLOCKED')
}
