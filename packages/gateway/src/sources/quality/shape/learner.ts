import type { DriftKind, DriftSighting } from './drift.ts'
import { evidenceOfChange } from './evidence.ts'
import { type Kind, kindBits, type Observation, rootPath } from './observe.ts'
import { isArrangement, type KeptShape, kindsIn, type PathShape, parentOf, shownPath } from './shape.ts'
import { createWatches, type Watches } from './watches.ts'

/** How sure the learner wants to be. */
export const learning = {
  /** Replies (in which the object around a field was there) after which its shape counts as known. */
  settleAfter: 50,
  /** Replies in a row without a field that was always there: then it is gone. */
  goneAfter: 20,
  /** Replies looked at after something new is seen, before it is judged. */
  trial: 25,
  /** Least evidence, as a logarithm: e⁻¹⁵ is one in three million. */
  evidence: 15,
  maxPaths: 300,
} as const

/** Learns the shape of the replies of one operation, and names lasting changes. */
export interface Learner {
  /** @returns drifts that this reply made certain */
  sample(observation: Observation, at: Date): readonly DriftSighting[]
  /** What to keep; undefined while too little is known or nothing has changed since the last time. */
  kept(): KeptShape | undefined
  /** Sightings of known drifts since the last time. */
  sightings(): readonly DriftSighting[]
}

type Field = PathShape & { run: number; runPresent: number; runSince: Date | undefined }

/** Something seen for the first time: a field, or a kind of value at a known one. */
interface Trial {
  readonly path: string
  readonly kind: Kind | undefined
  readonly since: Date
  /** Replies before, in which it could have been seen. */
  readonly before: number
  of: number
  seen: number
}

const fieldOf = (shape: PathShape): Field => ({ ...shape, run: 0, runPresent: 0, runSince: undefined })
const bitsAt = ({ paths }: Observation, path: string | undefined): number | undefined =>
  path === undefined ? kindBits.OBJECT : paths.get(path)
const hasObject = (seen: Observation, path: string | undefined): boolean =>
  ((bitsAt(seen, path) ?? 0) & kindBits.OBJECT) !== 0

/** @param known - the shape kept from earlier, and the drifts whose sightings are counted on */
export function createLearner(
  source: string,
  operation: string,
  known?: KeptShape,
  earlier: readonly DriftSighting[] = [],
): Learner {
  const fields = new Map(Object.entries(known?.paths ?? {}).map(([path, shape]) => [path, fieldOf(shape)]))
  const trials = new Map<string, Trial>()
  const watches: Watches = createWatches(earlier)
  let replies = known?.replies ?? 0
  let explicit = known?.explicit ?? false
  let keptAt = replies
  let changed = false

  const drift = (kind: DriftKind, path: string, was: string, now: string, since: Date, at: Date, seen: number) => {
    const shown = shownPath(path, (one) => (fields.get(one)?.kinds.LIST ?? 0) > 0)
    changed = true
    return { source, operation, path: shown, kind, was, now, since, lastSeen: at, seen }
  }

  /** Counts a reply in which a field was not as always; when that lasts, it is the new normal and a drift. */
  const miss = (path: string, field: Field, isPresent: boolean, at: Date): DriftSighting | undefined => {
    field.run += 1
    field.runPresent += isPresent ? 1 : 0
    field.runSince ??= at
    if (field.run < learning.goneAfter) return undefined
    const kind = field.runPresent === 0 ? 'FIELD_GONE' : 'ALWAYS_EMPTY'
    const found = drift(kind, path, valueKinds(field), '', field.runSince, at, field.run)
    endRun(field)
    return found
  }

  const look = (path: string, field: Field, seen: Observation, at: Date): DriftSighting | undefined => {
    if (!hasObject(seen, parentOf(path))) return undefined
    const bits = seen.paths.get(path)
    const isUsual = bits !== undefined && (bits !== 0 || !isAlways(field, field.filled))
    if (!isUsual && (isAlways(field, field.filled) || isAlways(field, field.present)))
      return miss(path, field, bits !== undefined, at)
    endRun(field)
    field.n += 1
    if (bits !== undefined) field.present += 1
    if (bits) learnKinds(path, field, bits, at)
    return undefined
  }

  const learnKinds = (path: string, field: Field, bits: number, at: Date) => {
    const before = field.filled
    field.filled += 1
    for (const kind of kindsIn(bits)) {
      if (field.kinds[kind] !== undefined || before < learning.settleAfter) {
        field.kinds[kind] = (field.kinds[kind] ?? 0) + 1
      } else begin({ path, kind, since: at, before, of: 0, seen: 0 })
    }
  }

  const begin = (trial: Trial) => {
    const key = `${trial.kind ?? ''} ${trial.path}`
    if (!trials.has(key) && trials.size < learning.maxPaths) trials.set(key, trial)
  }

  const meet = (seen: Observation, at: Date) => {
    for (const [path, bits] of seen.paths) {
      if (fields.has(path) || fields.size >= learning.maxPaths) continue
      const parent = parentOf(path)
      const before = parent === undefined ? replies : (fields.get(parent)?.kinds.OBJECT ?? 0)
      if (before >= learning.settleAfter) begin({ path, kind: undefined, since: at, before, of: 0, seen: 0 })
      else if (!trials.has(` ${parent}`)) meetEarly(path, bits, before)
    }
  }

  const meetEarly = (path: string, bits: number, before: number) => {
    const kinds = Object.fromEntries(kindsIn(bits).map((kind) => [kind, 1]))
    const around = path === rootPath ? before : Math.max(0, before - 1)
    fields.set(path, fieldOf({ n: around + 1, present: 1, filled: bits ? 1 : 0, kinds }))
  }

  const judge = (key: string, trial: Trial, at: Date): DriftSighting | undefined => {
    trials.delete(key)
    changed = true
    // The first sighting began the trial, so it is no evidence.
    const isDrift = evidenceOfChange(trial.before, trial.seen - 1, trial.of - 1) > learning.evidence
    return trial.kind === undefined ? takeField(trial, isDrift, at) : takeKind(trial, trial.kind, isDrift, at)
  }

  const takeField = ({ path, before, of, seen, since }: Trial, isDrift: boolean, at: Date) => {
    fields.set(path, fieldOf({ n: isDrift ? of : before + of, present: seen, filled: 0, kinds: {} }))
    return isDrift ? drift('NEW_FIELD', path, '', '', since, at, seen) : undefined
  }

  const takeKind = ({ path, seen, since }: Trial, kind: Kind, isDrift: boolean, at: Date) => {
    const field = fields.get(path)
    if (!field) return undefined
    const was = isArrangement(kind) ? arrangement(field) : valueKinds(field)
    field.kinds[kind] = seen
    if (!isDrift || (isArrangement(kind) && !explicit)) return undefined
    return drift(isArrangement(kind) ? 'LIST_CHANGED' : 'TYPE_CHANGED', path, was, kind, since, at, seen)
  }

  const goOn = (seen: Observation, at: Date): DriftSighting[] =>
    [...trials].flatMap(([key, trial]) => {
      const bits = seen.paths.get(trial.path)
      if (trial.kind === undefined ? !hasObject(seen, parentOf(trial.path)) : !bits) return []
      trial.of += 1
      if (trial.kind === undefined ? bits !== undefined : ((bits ?? 0) & kindBits[trial.kind]) !== 0) trial.seen += 1
      return trial.of < learning.trial ? [] : (judge(key, trial, at) ?? [])
    })

  return {
    sample(seen, at) {
      const missed = [...fields].flatMap(([path, field]) => look(path, field, seen, at) ?? [])
      meet(seen, at)
      watches.look(seen, at)
      const found = [...missed, ...goOn(seen, at)]
      replies += 1
      explicit ||= seen.explicit
      watches.add(found)
      return found
    },
    kept() {
      const isDue = changed || replies >= keptAt * 2
      if (replies < learning.settleAfter || !isDue) return undefined
      changed = false
      keptAt = replies
      return { source, operation, replies, explicit, paths: Object.fromEntries(worthKeeping(fields)) }
    },
    sightings: watches.take,
  }
}

const isAlways = ({ n }: Field, count: number): boolean => n >= learning.settleAfter && count === n

function endRun(field: Field): void {
  field.n += field.run
  field.present += field.runPresent
  field.run = 0
  field.runPresent = 0
  field.runSince = undefined
}

/** What was seen once may be a name of one reply only, and is not written down. */
const worthKeeping = (fields: ReadonlyMap<string, Field>): [string, PathShape][] =>
  [...fields].flatMap(([path, { n, present, filled, kinds }]) =>
    present > 1 || n < learning.settleAfter ? [[path, { n, present, filled, kinds: { ...kinds } }]] : [],
  )

const kindsOf = ({ kinds }: Field): Kind[] => kindsIn(0xff).filter((kind) => kinds[kind] !== undefined)
const valueKinds = (field: Field): string =>
  kindsOf(field)
    .filter((kind) => !isArrangement(kind))
    .join('|')
const arrangement = (field: Field): string => kindsOf(field).filter(isArrangement).join('|')
