import type { Log } from '../../telemetry/types.ts'
import { gathered } from './gathered.ts'
import type { Copy, CopyChange, CopyKey, CopyStore } from './store.ts'
import { createWriting, nameOf } from './writing.ts'

/** A copy on its way to where it is kept, already as text. */
export interface WrittenCopy {
  readonly key: CopyKey
  /** JSON; null: forget it. */
  readonly text: string | null
  readonly fetchedAt: string
  readonly asOf: string | null
  readonly keepMs: number
}

/** Where copies end up. */
export interface CopyTable {
  write(copies: readonly WrittenCopy[]): Promise<void>
  /** In the order of the keys; null where there is none. */
  read(keys: readonly CopyKey[]): Promise<readonly (Copy | null)[]>
}

/** Bounds of the buffer. */
export interface BufferLimits {
  /** Changes that wait; what comes on top is lost. @default 2_000 */
  readonly maxPending: number
  /** Changes written together. @default 200 */
  readonly batch: number
  /** How long changes wait to be written together, in milliseconds. @default 500 */
  readonly waitMs: number
  /** How long an unchanged answer is not written again, in milliseconds; copies seem older by that at most. @default 600_000 */
  readonly rewriteMs: number
  /** Largest copy, in characters of its text. @default 1_048_576 */
  readonly maxLength: number
}

/** A store that writes behind the answers: what changes is gathered, and written when there is time. */
export interface BufferedCopies extends CopyStore {
  /** Writes everything that waits. Never throws. */
  flush(): Promise<void>
  /** Writes what waits and takes nothing more. */
  close(): Promise<void>
}

const defaults: BufferLimits = {
  maxPending: 2_000,
  batch: 200,
  waitMs: 500,
  rewriteMs: 600_000,
  maxLength: 1_048_576,
}
/** Puts a buffer in front of a table. */
export function bufferedCopies(
  table: CopyTable,
  { log, ...given }: { readonly log: Log } & Partial<BufferLimits>,
): BufferedCopies {
  const limits = { ...defaults, ...given }
  const pending = new Map<string, CopyChange>()
  const read = gathered((keys) => table.read(keys))
  const writing = createWriting(limits.rewriteMs, limits.maxLength)
  let underway: ReadonlyMap<string, CopyChange> = new Map()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let lost = 0
  let closed = false

  const put = (change: CopyChange): void => {
    const name = nameOf(change.key)
    if (pending.size >= limits.maxPending && !pending.has(name)) lost += 1
    else pending.set(name, change)
  }
  const take = (): ReadonlyMap<string, CopyChange> => {
    const some = new Map([...pending].slice(0, limits.batch))
    for (const name of some.keys()) pending.delete(name)
    return some
  }
  const writeSome = async (): Promise<void> => {
    underway = take()
    const copies = [...underway].flatMap(([name, change]) => writing.textOf(name, change) ?? [])
    try {
      if (copies.length > 0) await table.write(copies)
    } catch (error) {
      writing.forget(underway.keys())
      log.warn({ err: error, copies: copies.length }, 'last good copies could not be written')
    }
    underway = new Map()
  }
  const run = async (): Promise<void> => {
    while (pending.size > 0) await writeSome()
    if (lost > 0) log.warn({ lost }, 'more last good copies than can be written; some are lost')
    lost = 0
  }
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    running ??= run().finally(() => {
      running = undefined
    })
    await running
  }

  return {
    save(changes) {
      if (closed) return
      for (const change of changes) put(change)
      // Nothing waits for a copy: a process may end before it is written.
      timer ??= setTimeout(() => void flush(), limits.waitMs).unref()
    },
    async find(keys) {
      const waiting = keys.map((key) => pending.get(nameOf(key)) ?? underway.get(nameOf(key)))
      const asked = keys.filter((_key, index) => waiting[index] === undefined)
      const found = (asked.length === 0 ? [] : await read(asked)).values()
      return waiting.map((change) => (change === undefined ? (found.next().value ?? null) : change.copy))
    },
    flush,
    async close() {
      closed = true
      await flush()
      await flush()
    },
  }
}
