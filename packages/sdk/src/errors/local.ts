import type { ErrorCode } from '../generated/types.ts'
import type { Locale, TongbanAct } from './code.ts'
import { TongbanError, type TongbanErrorDetails } from './error.ts'

/** A row of the table of errors for a code the SDK raises itself. */
export interface LocalErrorRow {
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly act: TongbanAct
  readonly zh: string
  readonly en: string
}

/** Details of an error with the values for the `{name}` places of its message; never personal data. */
export interface LocalErrorDetails extends TongbanErrorDetails {
  readonly params?: Readonly<Record<string, string>>
}

/** The message of a row in a language. */
export function localMessage(
  row: LocalErrorRow,
  locale: Locale,
  params: Readonly<Record<string, string>> = {},
): string {
  const template = locale.startsWith('zh') ? row.zh : row.en
  return template.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place)
}

/** An error raised on the caller's side, with message, `retryable` and `act` from the table all parts of Tongban share. */
export function localError(row: LocalErrorRow, locale: Locale, details: LocalErrorDetails = {}): TongbanError {
  const { params, ...rest } = details
  const { code, retryable, act } = row
  return new TongbanError(code, localMessage(row, locale, params), { retryable, act, ...rest })
}
