/** What names a copy. Two callers share one only when every part is equal. */
export interface CopyKey {
  readonly sourceId: string
  /** Port and method, for example `items.byCodes`. */
  readonly method: string
  /** The question: key of a row and the rest of the input, or the whole input, as canonical text. May hold personal data. */
  readonly question: string
  /** Whose it is, as {@link CallContext.sharing} says; null when everybody may see it. */
  readonly sharing: string | null
}

/** An answer as it was read. Times are ISO 8601 instants. */
export interface Copy {
  /** JSON values only. */
  readonly value: unknown
  readonly fetchedAt: string
  readonly asOf: string | null
}

/** A copy to keep, or one to forget, because the source has said that it has nothing under this key any more. */
export interface CopyChange {
  readonly key: CopyKey
  readonly copy: Copy | null
  /** How long it may be of use, in milliseconds from when it was read. */
  readonly keepMs: number
}

/** Where last good copies are kept (最近一次有效副本). */
export interface CopyStore {
  /** Notes changes and returns at once: an answer never waits for its copy. Loses what it cannot keep up with. */
  save(changes: readonly CopyChange[]): void
  /** In the order of the keys; null where there is none. */
  find(keys: readonly CopyKey[]): Promise<readonly (Copy | null)[]>
}
