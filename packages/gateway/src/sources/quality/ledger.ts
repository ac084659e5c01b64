import type { DriftSighting } from './shape/drift.ts'
import type { KeptShape } from './shape/shape.ts'

/** What was counted of one operation of one source in one hour. Figures of several gateways add up. */
export interface HourTally {
  /** Start of the hour. Hours of Asia/Shanghai are those of UTC: the offset is whole. */
  readonly hour: Date
  readonly source: string
  readonly operation: string
  readonly calls: number
  /** Calls whose outcome says something about the source: not those we ended or held back, nor those it refused for a reason. */
  readonly judged: number
  readonly successes: number
  /** Attempts that were sent, hedges included. */
  readonly attempts: number
  /** Everything that is counted by kind, under the keys of {@link countKeys}. */
  readonly counts: Readonly<Record<string, number>>
}

/** How things counted by kind are called in {@link HourTally.counts}. A source's identifier holds no slash, a path may. */
export const countKeys = {
  failure: (code: string) => `failure/${code}`,
  /** By step of the scale. */
  latency: (step: number) => `latency/${step}`,
  skipped: 'skipped',
  /** Answers that stood in, by step of their age. */
  stale: (step: number) => `stale/${step}`,
  conflict: (other: string, path: string) => `conflict/${other}/${path}`,
} as const

/** Where the ledger is kept. */
export interface QualityLedger {
  /** Adds to what is there, all or nothing. */
  add(hours: readonly HourTally[]): Promise<void>
  /** The shapes learned so far. */
  shapes(): Promise<readonly KeptShape[]>
  keepShapes(shapes: readonly KeptShape[]): Promise<void>
  /** Drifts nobody has accepted, so that their sightings are counted on. */
  drifts(): Promise<readonly DriftSighting[]>
  /** Adds sightings to those of the same drift. */
  addDrifts(sightings: readonly DriftSighting[]): Promise<void>
}
