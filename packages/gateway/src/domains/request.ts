import type { Locale } from '@tongban/schema'
import type { Caller } from '../access/caller.ts'

/** The clerk in front of the applicant, as the client names them (经办人). */
export interface Operator {
  readonly branch: string | null
  readonly id: string | null
}

/** What every resolver and service knows about the request it serves. */
export interface RequestContext {
  readonly requestId: string
  readonly locale: Locale
  readonly caller: Caller
  readonly operator: Operator | null
  /** Aborted when the caller goes away or the deadline passes; reaches every upstream socket. */
  readonly signal: AbortSignal
  /** Epoch milliseconds by which the whole request must be answered. */
  readonly deadline: number
  /** One value per request and key: the home of DataLoaders. */
  once<Value>(key: object, create: () => Value): Value
}
