import { dueDays } from '../expected-days.ts'
import type { Mark } from '../mark.ts'
import type { Found } from '../room.ts'
import type { DeliveryRules } from './rules.ts'
import { daysOf, floorOf } from './taken.ts'

/** Days that were due, have no file and were not told as missing before. */
export function gapsOf(
  mark: Mark,
  found: readonly Found[],
  rules: DeliveryRules,
  until: string | undefined,
  now: Date,
): string[] {
  const { expect } = rules
  const begin = expect?.from ?? daysOf(mark.taken)[0]
  if (!expect || begin === undefined) return []
  const floor = floorOf(mark, rules)
  const known = new Set([...mark.taken, ...found].map(({ day }) => day))
  const [, first = begin] = [begin, floor].toSorted()
  return dueDays(expect, first, until, now).filter((day) => !known.has(day) && !mark.gaps.includes(day))
}
