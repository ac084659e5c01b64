import { type ErrorCode, type ErrorRow, errorTable } from './table.ts'

/** Languages in which messages exist. */
export type Locale = 'zh-CN' | 'en'

/** Values for the `{name}` places of a message. Never put personal data here: messages reach logs and screens. */
export type ErrorParams = Readonly<Record<string, string | number>>

/** What may accompany an error besides its code and parameters. */
export interface TongbanErrorOptions extends ErrorOptions {
  /** How long to wait before repeating, in milliseconds. Only for errors whose row says `LATER`. */
  readonly retryAfterMs?: number
  /** Identifier of the source that failed. */
  readonly source?: string
  /** Path into the input, for errors the person at the counter can correct. */
  readonly path?: readonly string[]
}

/** The row of a code. */
export const errorRow = (code: ErrorCode): ErrorRow => errorTable[code]

/** The message of a code in a language, with its places filled; a missing parameter leaves its place visible. */
export function errorMessage(code: ErrorCode, params: ErrorParams = {}, locale: Locale = 'zh-CN'): string {
  const template = locale === 'en' ? errorTable[code].en : errorTable[code].zh
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}

/**
 * The one error of Tongban: a stable code from the table, parameters for its message, and what to do next.
 *
 * @example
 * throw new TongbanError('TB_SOURCE_TIMEOUT', { source: '审批系统' }, { source: 'sx-approvals', retryAfterMs: 5_000, cause })
 */
export class TongbanError extends Error {
  override readonly name = 'TongbanError'
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly retryAfterMs: number | undefined
  readonly source: string | undefined
  /** Not called `path`: graphql-js takes an error with a `path` array for one it has already placed in the answer. */
  readonly argumentPath: readonly string[] | undefined

  constructor(code: ErrorCode, params: ErrorParams = {}, options: TongbanErrorOptions = {}) {
    super(errorMessage(code, params, 'en'), options)
    this.code = code
    this.params = params
    this.retryAfterMs = options.retryAfterMs
    this.source = options.source
    this.argumentPath = options.path
  }

  /** The message for a person, in their language. */
  messageIn(locale: Locale): string {
    return errorMessage(this.code, this.params, locale)
  }
}

/** Whether something thrown is a {@link TongbanError}, also one from another copy of this package. */
export const isTongbanError = (error: unknown): error is TongbanError =>
  error instanceof Error && error.name === 'TongbanError' && 'code' in error && String(error.code) in errorTable
