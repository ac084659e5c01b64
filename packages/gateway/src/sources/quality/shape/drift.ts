/** In which way replies have come to look different (数据形态漂移). */
export type DriftKind = 'NEW_FIELD' | 'FIELD_GONE' | 'ALWAYS_EMPTY' | 'TYPE_CHANGED' | 'LIST_CHANGED'

/** A lasting change in the shape of an operation's replies. Says where and what kind, never a value. */
export interface Drift {
  readonly source: string
  readonly operation: string
  /** For example `rows[].name`; `$` is the whole reply. */
  readonly path: string
  readonly kind: DriftKind
  /** What was there before, for example `TEXT`; empty when that says nothing more than the kind. */
  readonly was: string
  /** What is there now. */
  readonly now: string
}

/** A drift with when and in how many of the replies looked at it was seen. */
export interface DriftSighting extends Drift {
  readonly since: Date
  readonly lastSeen: Date
  readonly seen: number
}
