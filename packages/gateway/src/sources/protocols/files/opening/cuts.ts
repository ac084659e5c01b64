import type { Cut, OpenFormat } from '../format.ts'
import type { Opening } from './opening.ts'

/** Reads whole records from a position until there are enough of them, and ends the transfer there. */
export async function cutsOf(
  opening: Opening,
  open: OpenFormat,
  from: number,
  size: number,
  end: number | undefined,
): Promise<readonly Cut[]> {
  const { place, entry, limits, signal } = opening
  const cutter = open.cutter(from)
  const cuts: Cut[] = []
  let bytes = 0
  const isFullWith = (found: readonly Cut[]): boolean => {
    for (const cut of found) {
      bytes += cut.bytes.length
      if (cut.start === end || cuts.length >= size || (cuts.length > 0 && bytes > limits.maxPageBytes)) return true
      cuts.push(cut)
    }
    return cuts.length >= size
  }
  for await (const chunk of place.read(entry.name, { start: from }, signal))
    if (isFullWith(cutter.push(chunk))) return cuts
  isFullWith(cutter.finish())
  return cuts
}
