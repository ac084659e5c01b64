import { describe, expect, it } from 'vitest'
import { raceSignal } from './race.ts'
import { withinScope } from './scope.ts'
import type { AbortSignalLike } from './signal.ts'
import { sleep } from './sleep.ts'

/** Timers and a signal that count what is left behind. */
function watch() {
  const timers = new Map<unknown, () => void>()
  const listeners = new Set<() => void>()
  const signal: AbortSignalLike = {
    aborted: false,
    addEventListener: (_type, listener) => void listeners.add(listener),
    removeEventListener: (_type, listener) => void listeners.delete(listener),
  }
  const platform = {
    setTimeout: (callback: () => void) => {
      const handle = Symbol('timer')
      timers.set(handle, callback)
      return handle
    },
    clearTimeout: (handle: unknown) => void timers.delete(handle),
  }
  const fire = (set: Iterable<() => void>) => [...set].forEach((each) => void each())
  return { timers, listeners, signal, platform, fire }
}

const limits = (parent: AbortSignalLike) => ({
  parent,
  onCancel: () => new Error('cancelled'),
  timeout: { ms: 1, error: () => new Error('timeout') },
})
const never = new Promise<never>(() => undefined)

describe('a scope', () => {
  it.each([
    ['succeeds', async () => 'done', 'done'],
    ['fails', () => Promise.reject(new Error('broken')), 'broken'],
  ])('leaves nothing behind when its work %s', async (_name, work, result) => {
    const { platform, signal, timers, listeners } = watch()
    const outcome = await withinScope(platform, limits(signal), work).catch(({ message }: Error) => message)
    expect(outcome).toBe(result)
    expect([timers.size, listeners.size]).toEqual([0, 0])
  })

  it('ends with its time', async () => {
    const { platform, signal, timers, listeners, fire } = watch()
    const work = withinScope(platform, limits(signal), (inner) => raceSignal(never, inner))
    fire(timers.values())
    await expect(work).rejects.toThrow('timeout')
    expect([timers.size, listeners.size]).toEqual([0, 0])
  })

  it('ends with its parent, and an inner scope tells the reason of the outer', async () => {
    const { platform, signal, timers, listeners, fire } = watch()
    const inner = { onCancel: () => new Error('never told') }
    const work = withinScope(platform, limits(signal), (outer) =>
      withinScope(platform, { ...inner, parent: outer }, (each) => sleep(platform, 9, each)),
    )
    fire(listeners)
    await expect(work).rejects.toThrow('cancelled')
    expect([timers.size, listeners.size]).toEqual([0, 0])
  })

  it('starts no work under a parent that has ended', async () => {
    const { platform, signal } = watch()
    let started = false
    const work = async () => {
      started = true
    }
    await expect(withinScope(platform, limits({ ...signal, aborted: true }), work)).rejects.toThrow('cancelled')
    expect(started).toBe(false)
  })
})
