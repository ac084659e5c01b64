/** How much is measured. Times are milliseconds. */
export interface Plan {
  /** Seeded cases, which are also the variable sets of W2. */
  readonly cases: number
  readonly connections: number
  /** Load on each server and workload before anything counts. */
  readonly warmUpMs: number
  readonly roundMs: number
  readonly rounds: number
  /**
   * When measuring shall be over, after the start of the whole run. Where set-up took long, warm-up and rounds become shorter,
   * and rounds that would not fit are left out; one always runs.
   */
  readonly endMs: number
  /** Variable sets of each workload on which the answers of all servers must be equal. */
  readonly checks: number
}

/** A few minutes. */
export const fullPlan: Plan = {
  cases: 500,
  connections: 64,
  warmUpMs: 3_000,
  roundMs: 3_000,
  rounds: 5,
  endMs: 600_000,
  checks: 12,
}

/** Ends within a minute, also on two busy cores. */
export const quickPlan: Plan = {
  cases: 100,
  connections: 64,
  warmUpMs: 800,
  roundMs: 500,
  rounds: 3,
  endMs: 48_000,
  checks: 4,
}
