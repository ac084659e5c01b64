import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { timetable, waitAfter } from './timetable.ts'

const hour = 3_600_000

it('tries at least twelve times over at least 96 hours, whatever the jitter', () => {
  expect(timetable.length + 1).toBeGreaterThanOrEqual(12)
  expect(timetable.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(96 * hour)
  for (const random of [0, 0.5, 1]) {
    const waits = timetable.map((_, index) => waitAfter(index + 1, random) ?? 0)
    expect(waits.every((wait, index) => wait >= (timetable[index] ?? 0))).toBe(true)
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  }
  expect(waitAfter(timetable.length + 1, 0)).toBeUndefined()
})

it('is what the documentation says', () => {
  const page = readFileSync(new URL('../../../../../../docs/events.md', import.meta.url), 'utf8')
  const told = [...page.matchAll(/^\| *\d+ *\| *(\d+) (s|min|h) *\|/gm)].map(
    ([, amount, unit]) => Number(amount) * ({ s: 1_000, min: 60_000, h: hour }[unit ?? ''] ?? Number.NaN),
  )
  expect(told).toEqual([0, ...timetable])
})
