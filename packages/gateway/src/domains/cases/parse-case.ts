import { TongbanError } from '@tongban/schema'
import { type SourceCase, sourceCase } from './port.ts'

/**
 * Checks what a source file made of an owner's answer.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` naming the first path that is wrong
 */
export function parseCase(input: unknown, sourceId: string): SourceCase {
  const parsed = sourceCase.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const detail = `cases.${issue?.path.join('.')}: ${issue?.message}`
  throw new TongbanError('TB_SOURCE_SHAPE', { source: sourceId, detail }, { source: sourceId, cause: parsed.error })
}
