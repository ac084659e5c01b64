import { localErrors } from '../generated/local-errors.ts'
import type { Locale } from './code.ts'
import { TongbanError, type TongbanErrorDetails } from './error.ts'

/** Codes the SDK raises itself. */
export type LocalErrorCode = keyof typeof localErrors

/** Details of an error with the values for the `{name}` places of its message; never personal data. */
export interface LocalErrorDetails extends TongbanErrorDetails {
  readonly params?: Readonly<Record<string, string>>
}

/** The message of a code in a language. */
export function localMessage(
  code: LocalErrorCode,
  locale: Locale,
  params: Readonly<Record<string, string>> = {},
): string {
  const row = localErrors[code]
  const template = locale.startsWith('zh') ? row.zh : row.en
  return template.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place)
}

/** An error raised on the caller's side, with message, `retryable` and `act` from the table all parts of Tongban share. */
export function localError(code: LocalErrorCode, locale: Locale, details: LocalErrorDetails = {}): TongbanError {
  const { retryable, act } = localErrors[code]
  const { params, ...rest } = details
  return new TongbanError(code, localMessage(code, locale, params), { retryable, act, ...rest })
}
