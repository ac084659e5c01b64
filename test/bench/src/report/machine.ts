import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** Where the figures were had. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGiB: number
  readonly system: string
  /** Average number of runnable processes over the last minute, this run included. */
  readonly load: number
  /** Whether servers had a core to themselves, and upstream and load another. */
  readonly pinned: boolean
}

export const machineFacts = (pinned: boolean): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()}`,
  load: Number((loadavg()[0] ?? 0).toFixed(2)),
  pinned,
})
