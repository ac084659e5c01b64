import { hasObject } from './field.ts'
import { evidenceOfChange, learning } from './learning.ts'
import { type Kind, kindBits, type Observation } from './observe.ts'
import { parentOf } from './shape.ts'

/** Something seen for the first time: a field, or a kind of value at a known one. */
export interface Trial {
  readonly path: string
  /** Undefined for a field. */
  readonly kind: Kind | undefined
  readonly since: Date
  /** Replies before, in which it could have been seen. */
  readonly before: number
  /** Replies since, in which it could have been seen, and in which it was. */
  of: number
  seen: number
}

/** What is seen for the first time is watched for some replies, then judged once. */
export interface Trials {
  begin(path: string, kind: Kind | undefined, since: Date, before: number): void
  has(path: string): boolean
  /** @returns trials that end with this reply */
  goOn(seen: Observation): readonly Trial[]
}

/** Whether what is on trial began to be, rather than having been rare all along. The first sighting began the trial, so it is no evidence. */
export const isChange = ({ before, seen, of }: Trial): boolean =>
  evidenceOfChange(before, seen - 1, of - 1) > learning.evidence

const keyOf = (path: string, kind: Kind | undefined): string => `${kind ?? ''} ${path}`

function count(trial: Trial, seen: Observation): void {
  const bits = seen.paths.get(trial.path)
  const isPossible = trial.kind === undefined ? hasObject(seen, parentOf(trial.path)) : Boolean(bits)
  if (!isPossible) return
  const isSeen = trial.kind === undefined ? bits !== undefined : ((bits ?? 0) & kindBits[trial.kind]) !== 0
  trial.of += 1
  trial.seen += isSeen ? 1 : 0
}

/** The trials of one operation. */
export function createTrials(): Trials {
  const trials = new Map<string, Trial>()
  return {
    begin(path, kind, since, before) {
      const key = keyOf(path, kind)
      if (!trials.has(key) && trials.size < learning.maxPaths)
        trials.set(key, { path, kind, since, before, of: 0, seen: 0 })
    },
    has: (path) => trials.has(keyOf(path, undefined)),
    goOn(seen) {
      for (const trial of trials.values()) count(trial, seen)
      const ended = [...trials.values()].filter((trial) => trial.of >= learning.trial)
      for (const trial of ended) trials.delete(keyOf(trial.path, trial.kind))
      return ended
    },
  }
}
