import { describe, expect, it } from 'vitest'
import { until } from '../testing/until.ts'
import { race } from './race.ts'

/** A race of which every turn is told by the test. */
const racing = (moments: readonly boolean[]) => {
  const turns: { answer(result: string): void; fail(error: Error): void; signal: AbortSignal }[] = []
  const asked: boolean[] = []
  const stop = new AbortController()
  const result = race<string>(
    {
      run(signal, begun) {
        const { promise, resolve, reject } = Promise.withResolvers<string>()
        turns.push({ answer: resolve, fail: reject, signal })
        begun()
        return promise
      },
      moments: moments.map((isAllowed, index) => ({
        afterMs: index,
        isAllowed: () => {
          asked.push(isAllowed)
          return isAllowed
        },
      })),
      isAnswer: (given) => given !== 'unwell',
      onLost: () => new Error('lost'),
    },
    stop.signal,
  )
  return { result, turns, asked, stop }
}

describe('a race of two attempts', () => {
  it('is won by the first answer, and the loser is told', async () => {
    const { result, turns } = racing([true])
    await until(() => turns.length === 2)
    turns[1]?.answer('second')
    await expect(result).resolves.toBe('second')
    expect(turns[0]?.signal.reason).toEqual(new Error('lost'))
  })

  it('takes the next moment when one is not allowed, and one only', async () => {
    const { result, turns, asked } = racing([false, true, true])
    await until(() => turns.length === 2)
    turns[0]?.answer('first')
    await expect(result).resolves.toBe('first')
    expect(asked).toEqual([false, true])
  })

  it('ends without a second when the first fails before its moment', async () => {
    const { result, turns } = racing([false])
    turns[0]?.fail(new Error('broken'))
    await expect(result).rejects.toThrow('broken')
  })

  it.each([
    ['the first', 0, 1],
    ['the second', 1, 0],
  ])('goes on when %s has no answer, and ends with what the other brings', async (_name, one, other) => {
    const { result, turns } = racing([true])
    await until(() => turns.length === 2)
    turns[one]?.answer('unwell')
    turns[other]?.fail(new Error('broken'))
    await expect(result).rejects.toThrow('broken')
  })

  it('hands both the reason when it is stopped', async () => {
    const { result, turns, stop } = racing([true])
    await until(() => turns.length === 2)
    stop.abort(new Error('stopped'))
    expect(turns.map(({ signal }) => signal.reason)).toEqual([new Error('stopped'), new Error('stopped')])
    for (const { fail, signal } of turns) fail(signal.reason)
    await expect(result).rejects.toThrow('stopped')
  })
})
