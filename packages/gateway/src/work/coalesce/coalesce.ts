import { TongbanError } from '@tongban/schema'
import { type Answers, type Ask, type Bounds, openAsk } from './ask.ts'
import { batchesOf, type Sharing } from './batches.ts'
import { fly, type Loading } from './flight.ts'

/** How keys are gathered, and how a call for them is made. */
export interface Coalescing<Key, Value> extends Loading<Key, Value>, Partial<Sharing<Key>> {
  readonly identity: (key: Key) => string
  /** Keys per call. @default 100 */
  readonly maxBatch?: number
  /** @default 'shares' */
  readonly sameKey?: Sharing<Key>['sameKey']
  /** How long keys wait at most for the call under way. @default 5 */
  readonly patienceMs?: number
  /** Keys that may wait or be under way; further ones are refused at once. @default 10_000 */
  readonly maxPending?: number
  /** How they are refused. @default `TB_RATE_LIMITED` */
  readonly refusal?: () => Error
}

/** Asks for the keys of one caller, together with what others ask for at the same time. */
export type Coalesced<Key, Value> = (keys: readonly Key[], bounds?: Bounds) => Promise<Answers<Value>>

const tooMany = () => new TongbanError('TB_RATE_LIMITED', {}, { retryAfterMs: 1_000 })

/**
 * One call for what many callers ask for at the same moment: what is asked for in one turn of the event loop travels
 * together, and what is asked for while a call is under way leaves when that call has ended, or after a short patience, so
 * that a slow call holds nobody up. Answers are never kept: a key that is asked for later is loaded later.
 *
 * Only for what everybody may see, or for rows found by their exact key and checked afterwards for each caller.
 *
 * @example
 * const rows = coalesce({ identity: (id: string) => id, load: (ids) => readRows(store.db, ids) })
 * const [row] = await rows([id], { signal, deadline })
 */
export function coalesce<Key, Value>(coalescing: Coalescing<Key, Value>): Coalesced<Key, Value> {
  const { patienceMs = 5, maxPending = 10_000, refusal = tooMany } = coalescing
  const sharing = { maxBatch: 100, sameKey: 'shares', ...coalescing } as const
  let waiting: Ask<Key, Value>[] = []
  let isRunning = false
  let pending = 0

  const depart = async (asks: readonly Ask<Key, Value>[]): Promise<void> => {
    await fly(asks, coalescing)
    for (const { keys } of asks) pending -= keys.length
  }
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const calls = batchesOf(waiting, sharing).map(depart)
      waiting = []
      await endedWithin(patienceMs, calls)
    }
    isRunning = false
  }

  return async (keys, bounds = {}) => {
    if (keys.length === 0) return []
    if (pending + keys.length > maxPending) throw refusal()
    const ask = openAsk<Key, Value>(keys, bounds)
    if (!ask.isOpen()) return ask.answered
    pending += keys.length
    waiting.push(ask)
    if (!isRunning) setImmediate(run)
    isRunning = true
    return ask.answered
  }
}

/** Waits until the calls have ended, but no longer than patience lasts. */
function endedWithin(patienceMs: number, calls: readonly Promise<void>[]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, patienceMs)
  void Promise.all(calls).then(() => {
    clearTimeout(timer)
    resolve()
  })
  return promise
}
