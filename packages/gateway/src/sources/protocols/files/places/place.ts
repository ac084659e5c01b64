/** A file as a place lists it. */
export interface Entry {
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Epoch milliseconds by the place's own clock; over SFTP whole seconds. */
  readonly modifiedAt: number
}

/** Bytes of a file from `start` (included) to `end` (excluded). */
export interface ByteRange {
  readonly start: number
  readonly end?: number
}

/**
 * Where files are dropped (文件落地区): one folder, here or on another machine. Names are checked by whoever calls, see
 * `isSafeName`; places check them again. Nothing but plain files is seen: a link could lead out of the folder.
 *
 * @throws TongbanError every method: `TB_SOURCE_UNAVAILABLE`, `TB_SOURCE_AUTH`, `TB_SOURCE_REFUSED`, `TB_SOURCE_TIMEOUT`; the reason of an abort
 */
export interface Place {
  readonly kind: string
  list(signal: AbortSignal): Promise<readonly Entry[]>
  stat(name: string, signal: AbortSignal): Promise<Entry | undefined>
  read(name: string, range: ByteRange, signal: AbortSignal): AsyncIterable<Uint8Array>
  /** Writes a whole file under a name that nobody reads yet. */
  write(name: string, content: Uint8Array, signal: AbortSignal): Promise<void>
  /** Gives a file its name, in one step; what had it before is replaced. */
  rename(from: string, to: string, signal: AbortSignal): Promise<void>
  remove(name: string, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}
