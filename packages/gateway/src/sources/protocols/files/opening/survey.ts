import type { Cut, OpenFormat, StreamFormat } from '../format.ts'
import type { Opening } from './opening.ts'
import { checkPromises, createDigests } from './promises.ts'

/** What going through a whole file brings to light. */
export interface Survey {
  readonly digest: string
  readonly total: number
  /** Where the closing record begins. */
  readonly end: number | undefined
}

/** Goes through the whole file once: digest, number of rows, closing record. Undefined when the closing record is not there yet. */
export async function survey(opening: Opening, format: StreamFormat, open: OpenFormat): Promise<Survey | undefined> {
  const digests = createDigests(opening)
  const cutter = open.cutter(open.start)
  let count = 0
  let last: Cut | undefined
  let at = 0
  const take = (cuts: readonly Cut[]) => {
    count += cuts.length
    last = cuts.at(-1) ?? last
  }
  for await (const chunk of opening.place.read(opening.entry.name, { start: 0 }, opening.signal)) {
    digests.update(chunk)
    take(cutter.push(chunk.subarray(Math.max(0, Math.min(chunk.length, open.start - at)))))
    at += chunk.length
  }
  if (at !== opening.entry.size) return undefined
  take(cutter.finish())
  const declared = format.hasTrailer && last ? open.trailer(last) : undefined
  if (format.hasTrailer && declared === undefined) return undefined
  const total = count - (format.hasTrailer ? 1 : 0)
  const { digest, promised } = digests.finish()
  checkPromises(opening, total, promised, declared)
  return { digest, total, end: format.hasTrailer ? last?.start : undefined }
}
