import { expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.UTC(2025, 0, 1)

it.each([
  ['0', 0],
  ['120', 120_000],
  [' 3 ', 3_000],
  ['Wed, 01 Jan 2025 00:00:30 GMT', 30_000],
  ['Tue, 31 Dec 2024 23:59:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
])('reads %j as %s ms', (value, ms) => {
  expect(retryAfterMs({ 'retry-after': value }, { now: () => now })).toBe(ms)
})

it('is absent without the header', () => expect(retryAfterMs({}, {})).toBeUndefined())
