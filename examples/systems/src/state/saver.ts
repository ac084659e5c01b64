import { setTimeout as sleep } from 'node:timers/promises'
import type { Report } from './state-file.ts'

/** Saves soon after a change, but not after every one. */
export interface Saver {
  /** There is something new. */
  changed(): void
  /** Saves what is not saved yet. */
  close(): Promise<void>
}

export interface SaverOptions {
  /** Takes the state as it is now and writes it. */
  save(): Promise<void>
  readonly report: Report
  /** Shortest time between the end of a save and the next, in milliseconds. @default 100 */
  readonly restMs?: number
}

/** With many cases a save takes long: at most a tenth of the time is spent on it. */
const REST_FACTOR = 9

const complaint = (error: unknown): string => {
  const reason = error instanceof Error ? error.message : String(error)
  return `模拟系统的存档写入失败,将继续重试。The state of the simulated systems could not be saved; it is tried again: ${reason}`
}

/** Saves one at a time. A save that fails is reported once and tried again until it works. */
export const createSaver = ({ save, report, restMs = 100 }: SaverOptions): Saver => {
  const stop = new AbortController()
  let dirty = false
  let failing = false
  let working: Promise<void> | undefined

  const rest = (ms: number): Promise<void> =>
    sleep(ms, undefined, { ref: false, signal: stop.signal }).catch(() => undefined)

  const saveOnce = async (): Promise<void> => {
    dirty = false
    try {
      await save()
      failing = false
    } catch (error) {
      dirty = true
      if (!failing) report(complaint(error))
      failing = true
    }
  }

  const keepUp = async (): Promise<void> => {
    // Not at once: whoever reports the change is still in the middle of it.
    await rest(0)
    while (dirty && !stop.signal.aborted) {
      const began = performance.now()
      await saveOnce()
      await rest(Math.max(restMs, REST_FACTOR * (performance.now() - began)))
    }
    working = undefined
  }

  return {
    changed() {
      dirty = true
      working ??= keepUp()
    },
    async close() {
      stop.abort()
      await working
      if (dirty) await saveOnce()
    },
  }
}
