import { isTongbanError, type TongbanError } from '@tongban/schema'
import { sourceFailure } from '../../../failures.ts'

const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' || typeof code === 'number' ? String(code) : ''
}

/** SFTP status codes (draft-ietf-secsh-filexfer-02 §7) beside those of the file system. */
const denied: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', '3'])
const absent: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', '2'])
const refused: ReadonlySet<string> = new Set(['ELOOP', 'EISDIR', 'ENOSPC', 'EDQUOT', 'EEXIST', '4', '5', '8'])

/** Whether a file is not there. */
export const isAbsent = (error: unknown): boolean => absent.has(codeOf(error))

/** Whatever a file system or an SFTP server reports, as one of our codes. Messages are dropped: they quote names and addresses. */
export function placeFailure(error: unknown, what: string, signal?: AbortSignal): TongbanError {
  if (signal?.aborted && isTongbanError(signal.reason)) return signal.reason
  if (isTongbanError(error)) return error
  const code = codeOf(error)
  const options = { cause: error }
  if (denied.has(code)) return sourceFailure('TB_SOURCE_REFUSED', { detail: `no permission to ${what}` }, options)
  if (absent.has(code)) return sourceFailure('TB_SOURCE_REFUSED', { detail: `nothing there to ${what}` }, options)
  if (refused.has(code)) return sourceFailure('TB_SOURCE_REFUSED', { detail: `could not ${what} (${code})` }, options)
  if (code === 'ETIMEDOUT') return sourceFailure('TB_SOURCE_TIMEOUT', {}, options)
  return sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: `could not ${what}${code && ` (${code})`}` }, options)
}
