import { compactTime } from '../../reading/dates.ts'
import type { SkippedRow } from '../../source.ts'

/** How far a platform that lists by day has been read: the day, the step within it (a category) and the page within the step. */
export interface Walk {
  readonly day: string
  readonly step: number
  readonly page: number
}

const shape = /^(\d{4}-\d{2}-\d{2})\/(\d{1,3})\/(\d{1,4})$/

/** Reads a mark; one that is none begins at the first day again, which doubles work and loses nothing. */
export function readWalk(mark: string | null, firstDay: string): Walk {
  const [, day, step, page] = shape.exec(mark ?? '') ?? []
  return day === undefined ? { day: firstDay, step: 0, page: 0 } : { day, step: Number(step), page: Number(page) }
}

export const writeWalk = ({ day, step, page }: Walk): string => `${day}/${step}/${page}`

/** The day after a day, both `YYYY-MM-DD`. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Where a walk goes on, and whether there is anything left today. */
export interface WalkPlan {
  /** Whether the page was full, so that another may follow. */
  readonly isFull: boolean
  /** Pages of a query that can be read at all. */
  readonly mostPages: number
  readonly steps: number
  /** Today in Asia/Shanghai. */
  readonly today: string
}

/** Goes on with the next page, the next step, the next day; a day that is not over is read again. */
export function goOn(walk: Walk, { isFull, mostPages, steps, today }: WalkPlan): { walk: Walk; more: boolean } {
  if (isFull && walk.page + 1 < mostPages) return { walk: { ...walk, page: walk.page + 1 }, more: true }
  if (walk.step + 1 < steps) return { walk: { ...walk, step: walk.step + 1, page: 0 }, more: true }
  const isOver = walk.day < today
  return { walk: { day: isOver ? dayAfter(walk.day) : walk.day, step: 0, page: 0 }, more: isOver }
}

/** What is told when a day has more pages than can be read: nothing is left out in silence. */
export const beyondReach = (walk: Walk, { isFull, mostPages }: WalkPlan, path: string): SkippedRow[] =>
  isFull && walk.page + 1 >= mostPages
    ? [{ key: null, path, reason: `expected fewer than ${mostPages} pages a day` }]
    : []

/** The day of a moment in Asia/Shanghai. */
export const dayOf = (at: Date): string => compactTime(at).replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
