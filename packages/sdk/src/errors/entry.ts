import type { UserErrorFieldsFragment } from '../generated/types.ts'
import type { TongbanAct, TongbanErrorCode } from './code.ts'

/** One error of an answer. */
export interface ErrorEntry {
  /** Stable code. */
  readonly code: TongbanErrorCode
  /** What is wrong, in the language of the request. */
  readonly message: string
  /** Field it belongs to; empty when it concerns the whole request. */
  readonly path: readonly (string | number)[]
  /** Source that failed. */
  readonly source: string | undefined
  readonly retryable: boolean
  readonly retryAfterMs: number | undefined
  readonly act: TongbanAct | undefined
  readonly requestId: string | undefined
}

/** What a person must correct in the input of a mutation. */
export type UserErrorEntry = UserErrorFieldsFragment

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const isStep = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

/**
 * Reads one entry of `errors`. A message is kept only beside a code of ours: a server that is no gateway may repeat the
 * variables in it ("Variable $name got invalid value …").
 */
export function parseErrorEntry(value: unknown, fallback: { code: TongbanErrorCode; message: string }): ErrorEntry {
  const entry = isFields(value) ? value : {}
  const extensions = isFields(entry.extensions) ? entry.extensions : {}
  const code = text(extensions.code)
  const ours = code?.startsWith('TB_') ? code : undefined
  return {
    code: ours ?? fallback.code,
    message: (ours && text(entry.message)) ?? fallback.message,
    path: Array.isArray(entry.path) ? entry.path.filter(isStep) : [],
    source: text(extensions.source),
    retryable: extensions.retryable === true,
    retryAfterMs: typeof extensions.retryAfterMs === 'number' ? extensions.retryAfterMs : undefined,
    act: text(extensions.act),
    requestId: text(extensions.requestId),
  }
}
