import { z } from 'zod'
import { sourceFailure } from '../../failures.ts'

const position = z.object({ at: z.int().nonnegative(), row: z.int().nonnegative() })

const cursor = z.object({ day: z.string(), part: z.int(), digest: z.string(), ...position.shape })

/** Where in which version of a file to read on. */
export type Cursor = z.output<typeof cursor>

const taken = z.object({
  day: z.string(),
  part: z.int(),
  name: z.string(),
  size: z.number(),
  modifiedAt: z.number(),
  digest: z.string(),
})

/** A delivery that was taken, so that it is known when it comes again. */
export type Taken = z.output<typeof taken>

const mark = z.object({
  taken: z.array(taken),
  /** Days that were told as missing. */
  gaps: z.array(z.string()),
  /** The file that is being read. */
  reading: cursor.nullable(),
})

/** What has been taken so far. Bounded: what is older than the days that are looked back is forgotten. */
export type Mark = z.output<typeof mark>

export const nothingTaken: Mark = { taken: [], gaps: [], reading: null }

/** Opaque to whoever keeps it, and safe in an address. */
const pack = (value: Mark | Cursor): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function unpack<Shape extends z.ZodType>(shape: Shape, text: string, what: string): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw sourceFailure('TB_SOURCE_REFUSED', { detail: `a ${what} that is none of ours; start without one` })
  }
}

export const writeCursor = (value: Cursor): string => pack(value)
/** @throws TongbanError `TB_SOURCE_REFUSED` */
export const readCursor = (text: string): Cursor => unpack(cursor, text, 'cursor')
export const writeMark = (value: Mark): string => pack(value)
/** @throws TongbanError `TB_SOURCE_REFUSED` */
export const readMark = (text: string | null): Mark => (text === null ? nothingTaken : unpack(mark, text, 'mark'))
