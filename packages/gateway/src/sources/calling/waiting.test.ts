import { describe, expect, it } from 'vitest'
import { waitingOf } from './waiting.ts'

const now = new Date('2026-03-02T01:00:00Z')
const limits = { attemptTimeoutMs: 3_000, totalTimeoutMs: 10_000 }

describe('who waits for a call', () => {
  it.each([
    ['without a deadline', undefined, 10_000, 'TB_SOURCE_TIMEOUT'],
    ['with a later deadline', 15_000, 10_000, 'TB_SOURCE_TIMEOUT'],
    ['with time for an attempt', 7_000, 7_000, 'TB_SOURCE_TIMEOUT'],
    ['with just that', 3_000, 3_000, 'TB_SOURCE_TIMEOUT'],
    ['with less than a slow source may need', 2_999, 2_999, 'TB_DEADLINE_EXCEEDED'],
    ['too late', -1, -1, 'TB_DEADLINE_EXCEEDED'],
  ])('%s (%j ms) waits %d ms and then gets %s', (_name, left, timeoutMs, code) => {
    const waiting = waitingOf(limits, left === undefined ? {} : { deadline: now.getTime() + left }, now)
    expect(waiting.timeoutMs).toBe(timeoutMs)
    expect(waiting.onTimeout()).toMatchObject({ code })
  })
})
