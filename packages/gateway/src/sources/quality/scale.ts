/** Steps of the scale in each doubling: finer costs more columns, coarser a larger error. */
const perDoubling = 4

/** 2³² ms is 49 days: more than any call lasts and most copies stay of use. */
const lastStep = 32 * perDoubling

/**
 * The step of a logarithmic scale that a duration falls into. Counts by step can be added up over hours, operations and gateways,
 * which percentiles cannot.
 *
 * @param ms - milliseconds; up to 1 is step 0
 */
export const stepOf = (ms: number): number => (ms > 1 ? Math.min(lastStep, Math.ceil(Math.log2(ms) * perDoubling)) : 0)

/** The geometric middle of a step, in milliseconds: at most 9.1 % (2^(1/8)) away from whatever fell into it; 1 stands for “up to 1”. */
export const middleOf = (step: number): number => (step === 0 ? 1 : 2 ** ((step - 0.5) / perDoubling))

/**
 * The nearest-rank percentile of counts by step, within 9.1 % of the true one.
 *
 * @param share - 0.95 for the 95th
 * @returns milliseconds, null without counts
 */
export function percentileOf(counts: ReadonlyMap<number, number>, share: number): number | null {
  const steps = [...counts].sort(([one], [other]) => one - other)
  const total = steps.reduce((sum, [, count]) => sum + count, 0)
  let left = Math.max(1, Math.ceil(total * share))
  for (const [step, count] of steps) {
    left -= count
    if (left <= 0) return Math.round(middleOf(step) * 10) / 10
  }
  return null
}
