/** Middle and ends of repeated measurements. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** The middle value; the mean of the two in the middle where their number is even. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
})

/** Rounded to so many significant digits: more would be noise. */
export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits))
