import type { TongbanErrorCode } from '../errors/code.ts'

/** Something that happened during a call, fit for a log: it holds no variables, answers, headers or tokens. */
export type TongbanEvent =
  | { readonly type: 'attempt'; readonly operation: string; readonly attempt: number }
  | {
      readonly type: 'answer'
      readonly operation: string
      readonly attempt: number
      readonly status: number
      readonly requestId: string | undefined
      readonly durationMs: number
      /** Codes of the errors in the answer. */
      readonly codes: readonly TongbanErrorCode[]
    }
  | {
      readonly type: 'retry'
      readonly operation: string
      /** The attempt that failed. */
      readonly attempt: number
      readonly code: TongbanErrorCode
      readonly delayMs: number
    }
  | {
      readonly type: 'failure'
      readonly operation: string
      readonly attempt: number
      readonly code: TongbanErrorCode
      readonly requestId: string | undefined
    }
