import type { ErrorCode } from '../generated/types.ts'

/** Codes this version knows, and whatever a newer gateway may add. */
export type TongbanErrorCode = ErrorCode | (string & Record<never, never>)

/** Who must act before the call can succeed. */
export type TongbanAct = 'CLIENT' | 'CLERK' | 'CITIZEN' | 'OPERATOR' | 'WAIT' | (string & Record<never, never>)

/** Language of messages, sent as `accept-language`. */
export type Locale = 'zh-CN' | 'en'
