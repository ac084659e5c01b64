import type { Dispatcher } from 'undici'
import { sourceFailure } from '../failures.ts'
import type { HttpRequest, HttpResponse } from '../source.ts'
import { transportFailure } from './failures.ts'

type HeaderLines = Readonly<Record<string, string | string[] | undefined>>

const oneLineEach = (headers: HeaderLines): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]),
  )

/**
 * One HTTP exchange through undici's `dispatch`, the cheapest way in: about twice the throughput of `fetch`. What `fetch`
 * would do is done here: the size limit while the body streams in, and cancellation down to the socket.
 *
 * @throws TongbanError `TB_SOURCE_UNAVAILABLE`, `TB_SOURCE_TIMEOUT`, `TB_SOURCE_SHAPE`, `TB_SOURCE_TOO_LARGE`; the reason of an abort
 */
export function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  signal: AbortSignal,
  maxBytes: number,
): Promise<HttpResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpResponse>()
  const url = new URL(request.url)
  const handler = collector(signal, maxBytes, resolve, reject)
  dispatcher.dispatch(
    {
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method,
      headers: { ...request.headers },
      body: request.body ?? null,
    },
    handler,
  )
  return promise
}

/** Collects an answer; every way to end it goes through `settle`, once. */
function collector(
  signal: AbortSignal,
  maxBytes: number,
  resolve: (response: HttpResponse) => void,
  reject: (reason: unknown) => void,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = []
  let size = 0
  let status = 0
  let headers: HeaderLines = {}
  let stop = () => {}
  const settle = (finish: () => void) => {
    signal.removeEventListener('abort', onAbort)
    finish()
  }
  const onAbort = () => {
    settle(() => reject(signal.reason))
    stop()
  }
  const refuseSize = (controller: Dispatcher.DispatchController) => {
    const failure = sourceFailure('TB_SOURCE_TOO_LARGE', { limit: maxBytes })
    settle(() => reject(failure))
    controller.abort(failure)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    onRequestStart(controller) {
      stop = () => controller.abort(new Error('The call was ended.'))
      if (signal.aborted) stop()
    },
    onResponseStart(controller, statusCode, lines) {
      status = statusCode
      headers = lines
      if (Number(lines['content-length'] ?? 0) > maxBytes) refuseSize(controller)
    },
    onResponseData(controller, chunk) {
      size += chunk.length
      if (size > maxBytes) return refuseSize(controller)
      chunks.push(chunk)
    },
    onResponseEnd: () =>
      settle(() =>
        resolve({
          status,
          headers: oneLineEach(headers),
          body: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size),
        }),
      ),
    onResponseError: (_controller, error) => settle(() => reject(transportFailure(error))),
  }
}
