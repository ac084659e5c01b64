const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/**
 * Waits after the first, second, … failed attempt at an event, in milliseconds: with the first attempt thirteen in 99 h 36 min, so
 * that a receiver that breaks on the eve of a long weekend gets everything. Published in docs/events.md.
 */
export const timetable: readonly number[] = [
  5 * second,
  1 * minute,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  8 * hour,
  10 * hour,
  14 * hour,
  16 * hour,
  20 * hour,
  24 * hour,
]

/** Waits are lengthened by up to this share, so that receivers that broke together are not asked together. */
const jitter = 0.1

/**
 * How long to wait after a failed attempt.
 *
 * @param attempts - how many there have been, at least 1
 * @param random - from 0 to 1
 * @returns milliseconds; undefined after the last attempt
 */
export function waitAfter(attempts: number, random: number): number | undefined {
  const wait = timetable[attempts - 1]
  return wait === undefined ? undefined : Math.round(wait * (1 + jitter * random))
}
