import { TongbanError } from '@tongban/schema'

/** How long an answer is wanted. */
export interface Bounds {
  /** Aborted when nobody waits any more, at the latest when the deadline passes. */
  readonly signal?: AbortSignal
  /** Epoch milliseconds after which the answer is of no use. */
  readonly deadline?: number
}

/** Values in the order of the keys; an Error stands where that one key failed. */
export type Answers<Value> = readonly (Value | Error)[]

/** What one caller asks for, and the promise it waits on. */
export interface Ask<Key, Value> {
  readonly keys: readonly Key[]
  readonly bounds: Bounds
  readonly answered: Promise<Answers<Value>>
  isOpen(): boolean
  settle(values: Answers<Value>): void
  fail(error: unknown): void
  /** Is told when the caller gives up before it has its answer. */
  onGivenUp(listener: () => void): void
}

/** Opens an ask. A caller that gives up is told at once, whether or not what was begun for it goes on for others. */
export function openAsk<Key, Value>(keys: readonly Key[], bounds: Bounds): Ask<Key, Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Answers<Value>>()
  const { signal } = bounds
  let isOpen = true
  let givenUp = (): void => {}
  const end = (): void => {
    isOpen = false
    signal?.removeEventListener('abort', giveUp)
  }
  const fail = (error: unknown): void => {
    if (isOpen) reject(error)
    end()
  }
  const giveUp = (): void => {
    fail(signal?.reason instanceof TongbanError ? signal.reason : cancelled())
    givenUp()
  }
  if (signal?.aborted) giveUp()
  else signal?.addEventListener('abort', giveUp, { once: true })
  return {
    keys,
    bounds,
    answered: promise,
    isOpen: () => isOpen,
    settle(values) {
      if (isOpen) resolve(values)
      end()
    },
    fail,
    onGivenUp(listener) {
      givenUp = listener
    },
  }
}

/** Nobody waits for it any more. */
export const cancelled = (): TongbanError => new TongbanError('TB_CANCELLED')
