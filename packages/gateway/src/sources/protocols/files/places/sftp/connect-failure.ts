import { sourceFailure } from '../../../../failures.ts'

/** The connection is not there any more. */
export const gone = () => sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: 'the connection was closed' })

const authFailure = (detail: string, cause?: unknown) => sourceFailure('TB_SOURCE_AUTH', { detail }, { cause })

/** How ssh2 says that it was not let in. */
const isRefusedLogin = (error: unknown): boolean =>
  error instanceof Error &&
  /authentication methods failed|authentication failure|permission denied/i.test(error.message)

const isSlow = (error: unknown): boolean => error instanceof Error && /timed? ?out/i.test(error.message)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no connection'

/** Why there is no connection: `TB_SOURCE_AUTH`, `TB_SOURCE_TIMEOUT` or `TB_SOURCE_UNAVAILABLE`. */
export function connectFailure(error: unknown, isHostKnown: boolean) {
  if (!isHostKnown) return authFailure('the host key of the server is not the agreed one', error)
  if (isRefusedLogin(error)) return authFailure('the server does not accept the account', error)
  if (isSlow(error)) return sourceFailure('TB_SOURCE_TIMEOUT', {}, { cause: error })
  return sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: codeOf(error) }, { cause: error })
}
