import { createHash, type Hash } from 'node:crypto'
import { sourceFailure } from '../../../failures.ts'
import type { Opening } from './opening.ts'

const shape = (detail: string) => sourceFailure('TB_SOURCE_SHAPE', { detail })

/**
 * Holds what a flag and a closing record say against what is there.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when a flag or a closing record says something else than what is there
 */
export function checkPromises(
  { promised }: Opening,
  total: number,
  own: string | undefined,
  declared?: number | null,
): void {
  if (promised.rows !== undefined && promised.rows !== total)
    throw shape(`expected ${promised.rows} rows by its flag, found ${total}`)
  if (promised.digest && promised.digest.hex !== own)
    throw shape(`expected the ${promised.digest.algorithm} digest of its flag`)
  if (declared === null) throw shape('expected the number of rows in the closing record')
  if (declared !== undefined && declared !== total)
    throw shape(`expected ${declared} rows by its closing record, found ${total}`)
}

/** SHA-256, and what else a flag asks for. */
export function createDigests({ promised: { digest } }: Opening) {
  const sha256 = createHash('sha256')
  const other: Hash | undefined = digest && digest.algorithm !== 'sha256' ? createHash(digest.algorithm) : undefined
  return {
    update(chunk: Uint8Array) {
      sha256.update(chunk)
      other?.update(chunk)
    },
    finish() {
      const hex = sha256.digest('hex')
      return { digest: hex, promised: other ? other.digest('hex') : hex }
    },
  }
}
