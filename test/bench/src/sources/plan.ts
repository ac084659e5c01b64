/** How much is measured. Times are milliseconds. */
export interface SourcesPlan {
  readonly unwell: UnwellPlan
  readonly oneDead: OneDeadPlan
  readonly sync: SyncPlan
  /** Numbers of sources the directory is measured with. */
  readonly directorySizes: readonly number[]
  /** Look-ups timed for each number. */
  readonly directoryLookups: number
  /** Rounds in which the cost of the quality ledger is measured. */
  readonly ledgerRounds: number
}

/** A source that is unwell: every way of calling it at the same time, one kind of trouble after the other. */
export interface UnwellPlan {
  readonly items: number
  /** Reads a second through each gateway. */
  readonly rate: number
  readonly deadlineMs: number
  readonly roundMs: number
  /** The source that fails 40 % of attempts is what the aim is about: it needs more reads. */
  readonly fails40Ms: number
  readonly rounds: number
}

/** One dead source among ten. */
export interface OneDeadPlan {
  /** On each of which the nine others are read one after the other, through each of two gateways. */
  readonly connections: number
  /** Reads a second of the tenth. */
  readonly rateOfTenth: number
  /** Reads of the nine others in a round: enough for the last of a hundred to mean something. */
  readonly reads: number
  /** Rounds in which the tenth hangs. */
  readonly rounds: number
}

/** Synchronisation of the mirror. */
export interface SyncPlan {
  readonly items: number
  /** The gateway is killed when this share is in. */
  readonly killAt: number
}

/** Some 12 minutes on two busy cores. */
export const fullPlan: SourcesPlan = {
  unwell: { items: 500, rate: 40, deadlineMs: 3_000, roundMs: 15_000, fails40Ms: 30_000, rounds: 3 },
  oneDead: { connections: 4, rateOfTenth: 20, reads: 4_000, rounds: 9 },
  sync: { items: 300_000, killAt: 0.5 },
  directorySizes: [10, 100, 1_000, 10_000],
  directoryLookups: 200_000,
  ledgerRounds: 15,
}

/** Some three minutes. */
export const quickPlan: SourcesPlan = {
  unwell: { items: 500, rate: 40, deadlineMs: 3_000, roundMs: 4_000, fails40Ms: 12_500, rounds: 2 },
  oneDead: { connections: 4, rateOfTenth: 20, reads: 2_000, rounds: 3 },
  sync: { items: 30_000, killAt: 0.5 },
  directorySizes: [10, 100, 1_000, 10_000],
  directoryLookups: 200_000,
  ledgerRounds: 5,
}
