import { sourceFailure } from '../../../failures.ts'
import type { WholeFormat } from '../format.ts'
import type { OpenedFile } from '../opened.ts'
import { numbered } from './numbered.ts'
import { bytesOf, type Opening } from './opening.ts'
import { checkPromises, createDigests } from './promises.ts'

/**
 * Opens a file that is read as a whole. Undefined when it is not whole yet.
 *
 * @throws TongbanError `TB_SOURCE_TOO_LARGE`, `TB_SOURCE_SHAPE`
 */
export async function openWhole(opening: Opening, format: WholeFormat): Promise<OpenedFile | undefined> {
  const { entry, limits } = opening
  if (entry.size > limits.maxFileBytes) throw sourceFailure('TB_SOURCE_TOO_LARGE', { limit: limits.maxFileBytes })
  const bytes = await bytesOf(opening, limits.maxFileBytes + 1)
  if (bytes.length !== entry.size) return undefined
  const digests = createDigests(opening)
  digests.update(bytes)
  const { digest, promised } = digests.finish()
  const outcomes = await format.readAll(bytes, limits.maxFileBytes)
  checkPromises(opening, outcomes.length, promised)
  return {
    digest,
    total: outcomes.length,
    async page(from, size) {
      const at = from?.at ?? 0
      const end = at + size
      return {
        ...numbered(outcomes.slice(at, end), at + 2),
        next: end < outcomes.length ? { at: end, row: end } : null,
      }
    },
  }
}
