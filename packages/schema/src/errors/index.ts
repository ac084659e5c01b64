export type { ErrorParams, Locale, TongbanErrorOptions } from './error.ts'
export { errorMessage, errorRow, isTongbanError, TongbanError } from './error.ts'
export type { Act, ErrorCode, ErrorRow, Retry } from './table.ts'
export { errorTable } from './table.ts'
