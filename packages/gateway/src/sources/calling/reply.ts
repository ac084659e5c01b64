import type { z } from 'zod'
import { sourceFailure } from '../failures.ts'

/**
 * Reads a reply with its schema, once, where it enters.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` naming the path and what was expected there, never what was found
 */
export function readReply<Reply extends z.ZodType>(operation: string, schema: Reply, raw: unknown): z.output<Reply> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const path = [operation, ...(first?.path.map(String) ?? [])].join('.')
  const more = parsed.error.issues.length > 1 ? ` (+${parsed.error.issues.length - 1})` : ''
  throw sourceFailure('TB_SOURCE_SHAPE', { detail: `${path}: ${first?.message ?? 'invalid'}${more}` })
}
