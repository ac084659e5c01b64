import { sourceFailure } from '../failures.ts'
import type { HttpResponse } from '../source.ts'

const loginMarks = /type=["']?password|login|登录|统一身份认证/i

const retryAfter = ({ headers }: HttpResponse) => {
  const seconds = Number(headers['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {}
}

/**
 * What an answer means that is not written in the source's own format.
 *
 * An HTML page with status 200 is the classic: a session filter shows its login page, or a proxy its error page. The page
 * itself is not quoted.
 */
export function unreadable(response: HttpResponse, text: string, expected: string) {
  const { status } = response
  const isPage = /^\s*<(?:!doctype html|html|head|body)/i.test(text)
  if (status === 401 || status === 403) return sourceFailure('TB_SOURCE_AUTH', { detail: `HTTP ${status}` })
  if (status >= 500 || status === 408 || status === 429)
    return sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: `HTTP ${status}` }, retryAfter(response))
  if (status >= 300) return sourceFailure('TB_SOURCE_REFUSED', { detail: `HTTP ${status}` })
  if (isPage && loginMarks.test(text))
    return sourceFailure('TB_SOURCE_AUTH', { detail: `a login page instead of ${expected}` })
  const found = text.trim() === '' ? 'an empty body' : isPage ? 'an HTML page' : 'a broken or cut body'
  return sourceFailure('TB_SOURCE_SHAPE', { detail: `${found} instead of ${expected} (HTTP ${status})` })
}
