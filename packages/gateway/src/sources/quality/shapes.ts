import type { QualityLedger } from './ledger.ts'
import type { DriftSighting } from './shape/drift.ts'
import { createLearner, type Learner } from './shape/learner.ts'
import { observe } from './shape/observe.ts'
import type { KeptShape } from './shape/shape.ts'

/** The shapes of all operations' replies. */
export interface Shapes {
  /** Looks at a reply, unless one of the same operation was looked at just before. */
  replied(source: string, operation: string, raw: unknown): void
  /** What was learned earlier, by this gateway or another. Operations that have replied already keep what they are learning. */
  load(shapes: readonly KeptShape[], drifts: readonly DriftSighting[]): void
  /** Writes down what is new. What cannot be written is tried again the next time. */
  save(ledger: Pick<QualityLedger, 'keepShapes' | 'addDrifts'>): Promise<void>
}

/** What looking at shapes depends on. */
export interface ShapesDeps {
  readonly now: () => Date
  /** Told once for each drift. */
  readonly found: (drift: DriftSighting) => void
  /** Least time between two replies of an operation that are looked at: bounds the cost whatever the load. @default 200 */
  readonly everyMs?: number
}

/** Most hold some dozens of paths, 5 kB; 300 at most. Operations beyond are counted, but their shapes are not learned. */
const maxLearners = 2_000

const keyOf = (source: string, operation: string): string => `${source} ${operation}`
const driftKey = ({ source, operation, path, kind, was, now }: DriftSighting): string =>
  [source, operation, path, kind, was, now].join(' ')

/** Learns the shapes of replies, a bounded number of operations, looking at a bounded number of replies. */
export function createShapes({ now, found, everyMs = 200 }: ShapesDeps): Shapes {
  const learners = new Map<string, { readonly learner: Learner; lookedAt: number }>()
  const unsaved = { shapes: new Map<string, KeptShape>(), drifts: new Map<string, DriftSighting>() }

  const learnerOf = (source: string, operation: string) => {
    const known = learners.get(keyOf(source, operation))
    if (known || learners.size >= maxLearners) return known
    const fresh = { learner: createLearner(source, operation), lookedAt: Number.NEGATIVE_INFINITY }
    learners.set(keyOf(source, operation), fresh)
    return fresh
  }
  const collect = () => {
    for (const [key, { learner }] of learners) {
      const shape = learner.kept()
      if (shape) unsaved.shapes.set(key, shape)
      for (const drift of learner.sightings()) {
        const seen = drift.seen + (unsaved.drifts.get(driftKey(drift))?.seen ?? 0)
        unsaved.drifts.set(driftKey(drift), { ...drift, seen })
      }
    }
  }

  return {
    replied(source, operation, raw) {
      const at = now()
      const entry = learnerOf(source, operation)
      if (!entry || at.getTime() - entry.lookedAt < everyMs) return
      entry.lookedAt = at.getTime()
      for (const drift of entry.learner.sample(observe(raw), at)) found(drift)
    },
    load(shapes, drifts) {
      for (const shape of shapes.slice(0, maxLearners)) {
        const { source, operation } = shape
        if (learners.has(keyOf(source, operation))) continue
        const own = drifts.filter((drift) => drift.source === source && drift.operation === operation)
        const learner = createLearner(source, operation, shape, own)
        learners.set(keyOf(source, operation), { learner, lookedAt: Number.NEGATIVE_INFINITY })
      }
    },
    async save(ledger) {
      collect()
      if (unsaved.shapes.size > 0) await ledger.keepShapes([...unsaved.shapes.values()])
      unsaved.shapes.clear()
      if (unsaved.drifts.size > 0) await ledger.addDrifts([...unsaved.drifts.values()])
      unsaved.drifts.clear()
    },
  }
}
