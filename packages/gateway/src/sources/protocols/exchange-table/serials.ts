/** Whole numbers from the first to the last. */
export interface SerialSpan {
  readonly from: number
  readonly to: number
}

/** What has been seen of a sequence. */
export interface SerialState {
  readonly highest: number | null
  /** Numbers below it that have not been seen, oldest first. */
  readonly missing: readonly SerialSpan[]
}

/** What a page shows of a sequence. */
export interface SerialFindings {
  readonly state: SerialState
  readonly gaps: readonly SerialSpan[]
  readonly late: readonly number[]
  readonly repeated: readonly number[]
}

export const unseen: SerialState = { highest: null, missing: [] }

/** A cursor remembers so many holes; older ones are reported and then forgotten. */
const remembered = 100

const without = (missing: readonly SerialSpan[], serial: number): SerialSpan[] =>
  missing.flatMap(({ from, to }) =>
    serial < from || serial > to
      ? [{ from, to }]
      : [...(serial > from ? [{ from, to: serial - 1 }] : []), ...(serial < to ? [{ from: serial + 1, to }] : [])],
  )

const has = (missing: readonly SerialSpan[], serial: number): boolean =>
  missing.some(({ from, to }) => serial >= from && serial <= to)

/** Follows a sequence over the numbers of one page, in whatever order they stand there. */
export function followSerials(before: SerialState, serials: readonly number[], shared: boolean): SerialFindings {
  const sorted = serials.toSorted((one, other) => one - other)
  const gaps: SerialSpan[] = []
  const late: number[] = []
  const repeated: number[] = []
  let { highest, missing } = before
  for (const serial of sorted) {
    if (highest === null || serial > highest) {
      if (highest !== null && serial > highest + 1) gaps.push({ from: highest + 1, to: serial - 1 })
      highest = serial
    } else if (has(missing, serial)) {
      late.push(serial)
      missing = without(missing, serial)
    } else if (!shared) {
      repeated.push(serial)
    }
  }
  return { state: { highest, missing: [...missing, ...gaps].slice(-remembered) }, gaps, late, repeated }
}
