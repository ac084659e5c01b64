import type { TongbanError } from '@tongban/schema'
import { sourceFailure } from '../failures.ts'

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

const waited: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])

const broken: ReadonlySet<string> = new Set(['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_HEADERS_OVERFLOW'])

/** undici gives its parser errors a name and not always a code. */
const isNotHttp = (error: Error): boolean => error.name === 'HTTPParserError' || broken.has(codeOf(error))

/** Whatever undici or the socket reports, as one of our codes. */
export function transportFailure(error: Error): TongbanError {
  const code = codeOf(error)
  if (waited.has(code)) return sourceFailure('TB_SOURCE_TIMEOUT', {}, { cause: error })
  if (isNotHttp(error))
    return sourceFailure('TB_SOURCE_SHAPE', { detail: 'not a whole HTTP message' }, { cause: error })
  // A value with a line break or beyond Latin-1, for example: nothing was sent, and the source is as well as it was.
  if (code === 'UND_ERR_INVALID_ARG')
    return sourceFailure('TB_SOURCE_REFUSED', { detail: 'a header or path that HTTP cannot carry' }, { cause: error })
  return sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: code || error.name }, { cause: error })
}
