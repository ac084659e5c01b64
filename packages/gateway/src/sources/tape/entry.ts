import { z } from 'zod'

const body = z.object({
  /** The text as it was, masked; empty when it was none. */
  text: z.string(),
  /** How it was and will be encoded. */
  charset: z.enum(['utf-8', 'gb18030']),
  /** The body was no text, or was cut in the middle of a character: this many bytes are left out. */
  omittedBytes: z.int().positive().optional(),
})
export type TapeBody = z.output<typeof body>

/** An exchange over HTTP as it is kept: masked, without the secrets of headers, below the origin. */
const httpEntry = z.object({
  kind: z.literal('http'),
  operation: z.string(),
  request: z.object({ method: z.string(), path: z.string(), action: z.string().optional(), body: body.optional() }),
  response: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body }),
})
export type HttpEntry = z.output<typeof httpEntry>

/** What a protocol that is not HTTP answered, as JSON. */
const replyEntry = z.object({
  kind: z.literal('reply'),
  operation: z.string(),
  request: z.string(),
  reply: z.unknown(),
})

/** One line of a tape. */
export const tapeEntry = z.discriminatedUnion('kind', [httpEntry, replyEntry])
export type TapeEntry = z.output<typeof tapeEntry>

/** What was recorded of one source, in order. */
export type Tape = readonly TapeEntry[]
