import type { TokenControl } from '../auth/auth.ts'
import type { Locale } from '../errors/code.ts'
import { localError } from '../errors/local.ts'
import { TB_BAD_RESPONSE, TB_UNAUTHENTICATED } from '../generated/local-errors.ts'
import type { TransportResponse } from '../transport/transport.ts'
import type { IssuedToken } from './token-cache.ts'

/** How long the token endpoint may take. */
const tokenTimeoutMs = 10_000

interface TokenBody {
  readonly access_token?: unknown
  readonly expires_in?: unknown
  readonly error?: unknown
}

function parseBody(text: string): TokenBody {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  }
}

/** What an authorization server says in `error` is from a fixed list (RFC 6749 §5.2); its description may be anything. */
function refusal({ status, headers }: TransportResponse, { error }: TokenBody, locale: Locale): Error {
  const reason = typeof error === 'string' ? error : 'no OAuth error'
  const cause = new Error(`the token endpoint answered ${status} (${reason})`)
  const requestId = headers['x-request-id']
  if (status === 429 || status >= 500) return localError(TB_BAD_RESPONSE, locale, { status, requestId, cause })
  return localError(TB_UNAUTHENTICATED, locale, { status, requestId, cause })
}

/**
 * Asks a token endpoint (RFC 6749 §4.4).
 *
 * @throws TongbanError `TB_UNAUTHENTICATED` when it refuses, `TB_BAD_RESPONSE` when it is in trouble
 */
export async function requestToken(
  { transport, locale }: TokenControl,
  url: string,
  parameters: Readonly<Record<string, string>>,
): Promise<IssuedToken> {
  const issuedAt = Date.now()
  const body = new URLSearchParams(parameters).toString()
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  // Not the signal of a call: many calls wait for this one request, and one giving up must not take it from the others.
  const control = { signal: AbortSignal.timeout(tokenTimeoutMs) }
  const response = await transport.send({ method: 'POST', url, headers, body }, control)
  const answer = parseBody(response.body)
  if (response.status !== 200 || typeof answer.access_token !== 'string') throw refusal(response, answer, locale)
  const lifeSeconds = typeof answer.expires_in === 'number' ? answer.expires_in : 60
  return { value: answer.access_token, issuedAt, expiresAt: issuedAt + lifeSeconds * 1_000 }
}
