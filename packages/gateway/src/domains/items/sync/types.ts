import type { Authority } from '../../../sources/directory.ts'
import type { CallContext } from '../../../sources/source.ts'
import type { Store } from '../../../store/store.ts'
import type { Log } from '../../../telemetry/types.ts'
import type { CityDirectory, Ports } from '../../ports.ts'

/** `auto`: incremental where the source offers changes and a full run has been completed; otherwise full. */
export type SyncMode = 'auto' | 'full' | 'incremental'

/** How far a run is. `total` is what the source says it has, null when it does not say. */
export interface SyncProgress {
  readonly source: string
  readonly done: number
  readonly total: number | null
}

export interface SyncOptions {
  /** @default 'auto' */
  readonly mode?: SyncMode
  /** Withdraws what a full run did not see even when its list seems to end too early. @default false */
  readonly acceptShrink?: boolean
  readonly onProgress?: (progress: SyncProgress) => void
  readonly signal?: AbortSignal
}

/** What a synchronisation with one source did. */
export interface SyncReport {
  readonly source: string
  /** `BUSY`: another gateway is at it. */
  readonly mode: 'FULL' | 'INCREMENTAL' | 'BUSY'
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly withdrawn: number
  /** Items that do not have the agreed shape; each is logged with its code and path. */
  readonly refused: number
  /** Items that another source is authoritative for. */
  readonly foreign: number
}

/** What one run works with. */
export interface SyncRun {
  readonly authority: Authority<Ports['items']>
  readonly directory: CityDirectory
  readonly store: Store
  readonly log: Log
  readonly now: () => Date
  readonly call: CallContext
  readonly acceptShrink: boolean
  readonly onProgress: (progress: SyncProgress) => void
}

/** Figures of a run, added up page by page. */
export type Tally = { -readonly [Figure in Exclude<keyof SyncReport, 'source' | 'mode'>]: number }

export const emptyTally = (): Tally => ({ added: 0, changed: 0, unchanged: 0, withdrawn: 0, refused: 0, foreign: 0 })
