/** What is added to a copy that leaves the platform (加注件). */
export interface CopyNote {
  readonly cause: string
  /** As the caller wrote it; empty = none. */
  readonly expires: string
}
