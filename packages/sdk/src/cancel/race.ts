import type { Cancellation } from './cancellation.ts'

/** The result of some work, or the reason of the signal when that comes first. */
export function raceSignal<T>(work: PromiseLike<T>, signal: Cancellation): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason)
    const settle =
      <V>(then: (value: V) => void) =>
      (value: V) => {
        signal.removeEventListener('abort', abort)
        then(value)
      }
    work.then(settle(resolve), settle(reject))
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort)
  })
}
