import type { DriftKind, DriftSighting } from './drift.ts'
import {
  arrangement,
  earlyField,
  endRun,
  type Field,
  type Fields,
  fieldOf,
  hasObject,
  isMissed,
  miss,
  valueKinds,
  worthKeeping,
} from './field.ts'
import { learning } from './learning.ts'
import type { Kind, Observation } from './observe.ts'
import { isArrangement, type KeptShape, kindsIn, parentOf, shownPath } from './shape.ts'
import { createTrials, isChange, type Trial } from './trials.ts'
import { createWatches } from './watches.ts'

/** Learns the shape of the replies of one operation, and names lasting changes. */
export interface Learner {
  /** @returns drifts that this reply made certain */
  sample(observation: Observation, at: Date): readonly DriftSighting[]
  /** What to keep; undefined while too little is known or nothing has changed since the last time. */
  kept(): KeptShape | undefined
  /** Sightings of known drifts since the last time. */
  sightings(): readonly DriftSighting[]
}

/** A change that has lasted, at a path without marks for lists. */
interface Change {
  readonly kind: DriftKind
  readonly path: string
  readonly was: string
  readonly now: string
  readonly since: Date
  readonly seen: number
}

/**
 * @param known - the shape kept from earlier
 * @param earlier - drifts whose sightings are counted on
 */
export function createLearner(
  source: string,
  operation: string,
  known?: KeptShape,
  earlier: readonly DriftSighting[] = [],
): Learner {
  const fields: Fields = new Map(Object.entries(known?.paths ?? {}).map(([path, shape]) => [path, fieldOf(shape)]))
  const trials = createTrials()
  const watches = createWatches(earlier)
  let replies = known?.replies ?? 0
  let explicit = known?.explicit ?? false
  let keptAt = replies
  let isChanged = false

  const lookAt = (path: string, field: Field, seen: Observation, at: Date): Change[] => {
    if (!hasObject(seen, parentOf(path))) return []
    const bits = seen.paths.get(path)
    if (isMissed(field, bits)) return miss(field, bits !== undefined, at) ? [settleMissed(path, field, at)] : []
    endRun(field)
    field.n += 1
    if (bits !== undefined) field.present += 1
    if (bits) learnKinds(path, field, bits, at)
    return []
  }

  const settleMissed = (path: string, field: Field, at: Date): Change => {
    const kind = field.runPresent === 0 ? 'FIELD_GONE' : 'ALWAYS_EMPTY'
    const change = {
      kind,
      path,
      was: valueKinds(field),
      now: '',
      since: field.runSince ?? at,
      seen: field.run,
    } as const
    endRun(field)
    return change
  }

  const learnKinds = (path: string, field: Field, bits: number, at: Date) => {
    const before = field.filled
    field.filled += 1
    for (const kind of kindsIn(bits)) {
      const count = field.kinds[kind]
      if (count === undefined && before >= learning.settleAfter) trials.begin(path, kind, at, before)
      else field.kinds[kind] = (count ?? 0) + 1
    }
  }

  const meet = (seen: Observation, at: Date) => {
    for (const [path, bits] of seen.paths) {
      if (fields.has(path) || fields.size >= learning.maxPaths) continue
      const parent = parentOf(path)
      const before = parent === undefined ? replies : (fields.get(parent)?.kinds.OBJECT ?? 0)
      if (before >= learning.settleAfter) trials.begin(path, undefined, at, before)
      else if (parent === undefined || !trials.has(parent)) fields.set(path, earlyField(path, bits, before))
    }
  }

  const judge = (trial: Trial): Change[] => {
    isChanged = true
    return trial.kind === undefined ? judgeField(trial) : judgeKind(trial, trial.kind)
  }

  const judgeField = (trial: Trial): Change[] => {
    const { path, before, of, seen, since } = trial
    const isNew = isChange(trial)
    fields.set(path, fieldOf({ n: isNew ? of : before + of, present: seen, filled: 0, kinds: {} }))
    return isNew ? [{ kind: 'NEW_FIELD', path, was: '', now: '', since, seen }] : []
  }

  const judgeKind = (trial: Trial, now: Kind): Change[] => {
    const { path, seen, since } = trial
    const field = fields.get(path)
    if (!field) return []
    const was = isArrangement(now) ? arrangement(field) : valueKinds(field)
    field.kinds[now] = seen
    // Where lists of one and single values look the same, one turning into the other says nothing.
    if (!isChange(trial) || (isArrangement(now) && !explicit)) return []
    return [{ kind: isArrangement(now) ? 'LIST_CHANGED' : 'TYPE_CHANGED', path, was, now, since, seen }]
  }

  const isList = (path: string): boolean => (fields.get(path)?.kinds.LIST ?? 0) > 0

  return {
    sample(seen, at) {
      const missed = [...fields].flatMap(([path, field]) => lookAt(path, field, seen, at))
      meet(seen, at)
      watches.look(seen, at)
      const changes = [...missed, ...trials.goOn(seen).flatMap(judge)]
      replies += 1
      explicit ||= seen.explicit
      isChanged ||= changes.length > 0
      const found = changes.map((change) => ({
        ...{ source, operation, lastSeen: at },
        ...change,
        path: shownPath(change.path, isList),
      }))
      watches.add(found)
      return found
    },
    kept() {
      if (replies < learning.settleAfter || !(isChanged || replies >= keptAt * 2)) return undefined
      isChanged = false
      keptAt = replies
      return { source, operation, replies, explicit, paths: worthKeeping(fields) }
    },
    sightings: watches.take,
  }
}
