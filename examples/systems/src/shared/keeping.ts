/** How a store lives through a restart. */
export interface Keeping<T> {
  /** What was there when the system stopped. */
  readonly restored: readonly T[]
  /** Called whenever there is something new to keep; the store is asked for it later. */
  changed(): void
}

/** Starts from nothing and leaves nothing behind. */
export const nothingKept: Keeping<never> = { restored: [], changed: () => {} }
