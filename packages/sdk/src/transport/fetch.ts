import type { AbortSignalLike } from '../cancel/signal.ts'
import { localError } from '../errors/local.ts'
import { TB_CONFIG_INVALID } from '../generated/local-errors.ts'
import { type FetchedResponse, type FetchLike, host } from '../platform.ts'
import type { Transport } from './transport.ts'

const missingFetch = () =>
  localError(TB_CONFIG_INVALID, 'en', {
    params: { path: 'transport', detail: 'this runtime has no fetch; pass createTongban a transport' },
  })

function readHeaders(response: FetchedResponse): Record<string, string> {
  const headers: Record<string, string> = {}
  response.headers.forEach((value, name) => {
    headers[name.toLowerCase()] = value
  })
  return headers
}

/** The runtime's own signal that follows ours; nothing where the runtime has no `AbortController`. */
function nativeSignal(signal: AbortSignalLike): { signal?: unknown } {
  if (host.AbortController === undefined) return {}
  const controller = new host.AbortController()
  if (signal.aborted) controller.abort()
  signal.addEventListener('abort', () => controller.abort())
  return { signal: controller.signal }
}

/**
 * Sends with `fetch`.
 *
 * @param fetch - another `fetch`, for example one with a proxy. @default the global one, looked up at the first request
 */
export const fetchTransport = (fetch?: FetchLike): Transport => ({
  async send({ method, url, headers, body }, control) {
    const send = fetch ?? host.fetch
    if (send === undefined) throw missingFetch()
    // Threat: whoever can answer with a redirect (a captive portal, a hijacked host) would be sent the body, which holds
    // personal data, and on the same host the token. A gateway never redirects, so a redirect is an error.
    const init = { method, headers: { ...headers }, body, redirect: 'error' as const, ...nativeSignal(control.signal) }
    const response = await send(url, init)
    return { status: response.status, headers: readHeaders(response), body: await response.text() }
  },
})
