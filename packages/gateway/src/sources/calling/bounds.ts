/** Limits on a piece of work: a signal of the caller, and a time after which `onTimeout` says why it ended. */
export interface Bounds<Reason extends Error = Error> {
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs: number
  readonly onTimeout: () => Reason
  readonly onAbort: () => Reason
}

/**
 * Does a piece of work within bounds. The work gets a signal and should stop when it is aborted; the caller is told at
 * once, whether it does or not.
 *
 * A timer and a controller of our own, because `AbortSignal.any` and `AbortSignal.timeout` keep garbage alive under load.
 */
export function within<Result>(bounds: Bounds, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const controller = new AbortController()
  const end = (reason: Error) => {
    reject(reason)
    controller.abort(reason)
  }
  const abort = () => end(bounds.onAbort())
  if (bounds.signal?.aborted) {
    abort()
    return promise
  }
  const timer = setTimeout(() => end(bounds.onTimeout()), bounds.timeoutMs)
  bounds.signal?.addEventListener('abort', abort, { once: true })
  work(controller.signal)
    .finally(() => {
      clearTimeout(timer)
      bounds.signal?.removeEventListener('abort', abort)
    })
    .then(resolve, reject)
  return promise
}
