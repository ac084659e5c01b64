import type { TongbanError } from '@tongban/schema'
import { sourceFailure } from '../failures.ts'

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

const waited: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])

/** Whatever undici or the socket reports, as one of our codes. Parser errors (`HPE_…`) mean that it does not speak HTTP. */
export function transportFailure(error: Error): TongbanError {
  const code = codeOf(error)
  if (waited.has(code)) return sourceFailure('TB_SOURCE_TIMEOUT', {}, { cause: error })
  if (code.startsWith('HPE_') || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || code === 'UND_ERR_HEADERS_OVERFLOW')
    return sourceFailure('TB_SOURCE_SHAPE', { detail: `HTTP ${code}` }, { cause: error })
  return sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: code || error.name }, { cause: error })
}
