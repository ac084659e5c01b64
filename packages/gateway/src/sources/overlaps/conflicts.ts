import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { QualityListener } from '../quality/listener.ts'

/** Two sources say different things about a field of a row. */
export interface Conflict {
  readonly sources: readonly [string, string]
  readonly port: string
  readonly path: string
  /** Key of the row. May be personal; only its digest stays in memory. */
  readonly key: string
}

/** Of more rows in conflict within an hour some count again; each takes some 150 bytes. */
const remembered = 20_000
const hourMs = 3_600_000

/** Tells the quality ledger, which counts by hour, of each conflict once an hour: a row that is read often is one row. */
export function conflictsOnceAnHour(
  quality: Pick<QualityListener, 'conflicted'>,
  now: () => Date,
): (conflict: Conflict) => void {
  const told = new LRUCache<string, true>({ max: remembered })
  return ({ sources, port, path, key }) => {
    const hour = Math.floor(now().getTime() / hourMs)
    const name = createHash('sha256')
      .update(JSON.stringify([hour, sources, port, path, key]))
      .digest('base64')
    if (told.has(name)) return
    told.set(name, true)
    quality.conflicted(sources, port, path)
  }
}
