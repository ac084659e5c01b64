import type { z } from 'zod'
import { sourceFailure } from '../failures.ts'

/**
 * Reads what stands inside of an answer that has been read already: decrypted, or a text of its own.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` with path and expectation, never the value
 */
export function parseInner<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw sourceFailure('TB_SOURCE_SHAPE', { detail: `${issue?.path.join('.')}: ${issue?.message}` })
}
