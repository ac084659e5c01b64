import { TongbanError } from '@tongban/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceFailure } from '../failures.ts'
import type { HttpRequest } from '../source.ts'
import { credential } from './credential.ts'
import { withHeaders } from './signer.ts'
import { standingClock } from './testing/io.ts'

const request: HttpRequest = { method: 'GET', url: 'http://x.invalid/' }

/** A credential whose issuer is in the test's hands. */
function issued({ validForMs = 600_000 }: { validForMs?: number } = {}) {
  const clock = standingClock()
  const given: string[] = []
  let fault: Error | undefined
  let held = Promise.withResolvers<void>()
  held.resolve()
  const signer = credential<string>({
    async obtain({ signal }) {
      const token = `T${given.push('') - 1}`
      const ended = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new TongbanError('TB_CANCELLED')), { once: true })
      })
      await Promise.race([held.promise, ended])
      if (fault) throw fault
      return { secret: token, validForMs }
    },
    apply: (draft, token) => withHeaders(draft, { token }),
  })
  const io = (signal = new AbortController().signal) => ({
    signal,
    now: clock.now,
    http: () => Promise.reject(new Error('nobody asks for it')),
  })
  return {
    clock,
    signer,
    asked: () => given.length,
    fail: (error?: Error) => {
      fault = error
    },
    hold: () => {
      held = Promise.withResolvers()
      return held.resolve
    },
    sign: async (signal?: AbortSignal) => signer(request, io(signal)),
    token: async () => (await signer(request, io())).headers?.token,
  }
}

describe('a credential', () => {
  it('is had once for many callers, and kept until shortly before its end', async () => {
    const one = issued()
    expect(await Promise.all(Array.from({ length: 50 }, one.token))).toEqual(Array(50).fill('T0'))
    one.clock.forward(569_999)
    expect(await one.token()).toBe('T0')
    one.clock.forward(1)
    expect(await one.token()).toBe('T1')
    expect(one.asked()).toBe(2)
  })

  it('that holds for less than a minute is kept for half of its time', async () => {
    const one = issued({ validForMs: 10_000 })
    await one.token()
    one.clock.forward(4_999)
    expect(await one.token()).toBe('T0')
    one.clock.forward(1)
    expect(await one.token()).toBe('T1')
  })

  it('that has ended already is a failure', async () => {
    const one = issued({ validForMs: 0 })
    await expect(one.token()).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
  })

  it('that cannot be had fails all who wait, and is not asked for again within a second', async () => {
    const one = issued()
    one.fail(sourceFailure('TB_SOURCE_UNAVAILABLE'))
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, one.token))
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual(
      Array(10).fill('TB_SOURCE_UNAVAILABLE'),
    )
    await expect(one.token()).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(one.asked()).toBe(1)
    one.fail()
    one.clock.forward(1_000)
    expect(await one.token()).toBe('T1')
  })

  it('is still had by those who waited for a caller that was cut off', async () => {
    const one = issued()
    const release = one.hold()
    const first = new AbortController()
    const cut = one.sign(first.signal)
    const waiting = [one.token(), one.token()]
    first.abort()
    await expect(cut).rejects.toMatchObject({ code: 'TB_CANCELLED' })
    release()
    const [a, b] = await Promise.all(waiting)
    expect(a).toBe(b)
    expect(one.asked()).toBe(2)
  })
})

describe('a credential that is refused', () => {
  it('is renewed once, however many fail with it', async () => {
    const one = issued()
    const refused = await Promise.all(Array.from({ length: 20 }, () => one.sign()))
    expect(refused.map((each) => one.signer.renew?.(each))).toEqual(Array(20).fill(true))
    expect(await Promise.all(refused.map(one.token))).toEqual(Array(20).fill('T1'))
    expect(one.asked()).toBe(2)
  })

  it('is not renewed by a late failure with an older one', async () => {
    const one = issued()
    const [old, early] = [await one.sign(), await one.sign()]
    one.signer.renew?.(early)
    expect(await one.token()).toBe('T1')
    one.clock.forward(60_000)
    expect(one.signer.renew?.(old)).toBe(true)
    expect(await one.token()).toBe('T1')
    expect(one.asked()).toBe(2)
  })

  it('is not renewed over and over when new ones are refused, too', async () => {
    const one = issued()
    const renew = async () => one.signer.renew?.(await one.sign())
    expect(await renew()).toBe(true)
    expect([await renew(), await renew()]).toEqual([false, false])
    one.clock.forward(5_000)
    expect(await renew()).toBe(true)
    await one.sign()
    expect(one.asked()).toBe(3)
  })

  it('is not renewed for requests it did not sign', () => {
    expect(issued().signer.renew?.(request)).toBe(false)
  })

  it('never leads to more fetches than ends and renewals, whatever happens in which order', async () => {
    const steps = fc.array(fc.constantFrom('use', 'refuse', 'wait'), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const one = issued()
        let [reasons, last] = [1, await one.sign()]
        for (const step of order) {
          if (step === 'use') last = await one.sign()
          if (step === 'refuse' && one.signer.renew?.(last)) reasons += 1
          if (step === 'wait') {
            one.clock.forward(600_000)
            reasons += 1
          }
        }
        await one.sign()
        expect(one.asked()).toBeLessThanOrEqual(reasons)
      }),
    )
  })
})
