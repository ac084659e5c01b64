import { z } from 'zod'

const span = z.object({ from: z.number().int(), to: z.number().int() })
const keyValues = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const state = z.enum(['NOT_SENT', 'UNFINISHED', 'SENT', 'ITEM_UNKNOWN', 'FAILED'])

const answer = z.object({
  /** The key that was asked for. */
  key: keyValues,
  /** Whether our row is there. */
  found: z.boolean(),
  /** What the flag says; null when it is not there, or nothing has been agreed about its value. */
  state: state.nullable(),
  /** The flag as stored. */
  flag: z.string().nullable(),
  /** The highest version that is there. */
  version: z.number().int().nullable(),
  /** What was written beside the flag and into tables of returned rows, newest last. */
  reasons: z.array(z.object({ table: z.string(), reason: z.string(), at: z.string().nullable() })),
})

/**
 * What the requests of an exchange table are answered with, as schemas for `reply`. A plain read is answered with a list of rows.
 *
 * @example
 * const { rows, cursor } = await call({ operation: 'cases.page', do: 'page', table: 'UP_PRO_ACCEPT', after, reply: tableReply.page(row) })
 */
export const tableReply = {
  page: <Row extends z.ZodType>(row: Row) =>
    z.object({
      rows: z.array(row),
      /** Where to go on, now or any time later. */
      cursor: z.string(),
      /** Whether there may be more at once. */
      more: z.boolean(),
      /**
       * Whether nothing is left of what had been read: the table was purged at least up to there, and what stood between may be
       * gone unread. `gaps` says which, where the table has serial numbers.
       */
      purged: z.boolean(),
      /** Serial numbers that are missing between rows of this page, or between it and the one before. */
      gaps: z.array(span),
      /** Serial numbers reported as missing earlier that came with this page. */
      late: z.array(z.number().int()),
      /** Serial numbers that had been read before, or stand in several rows; the rows are given all the same. */
      repeated: z.array(z.number().int()),
      /** How many rows were left out because the page has the same key in the same version already. */
      duplicates: z.number().int(),
    }),
  claim: <Row extends z.ZodType>(row: Row) => z.object({ token: z.string(), rows: z.array(row) }),
  acknowledged: z.object({
    /** How many rows are marked now. */
    done: z.number().int(),
    /** Rows that are not there or, since the lease ended, somebody else's. Their work will be done again. */
    lost: z.array(keyValues),
  }),
  written: z.object({
    /** How many rows were put there. */
    written: z.number().int(),
    /** How many were there already, from an attempt whose outcome was not known. */
    existing: z.number().int(),
  }),
  answers: z.array(answer),
} as const

/** What the other side says about one row. */
export type RowAnswer = z.output<typeof answer>
