/** `2026-03-02 09:30:00` in Asia/Shanghai, as the column of times is compared. */
const written = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const before = (at: Date, seconds: number): Date => new Date(at.getTime() - seconds * 1_000)

/** What a mark and a cursor of changes say: from when on, the newest row seen, the table and where in it. */
export interface Place {
  readonly table: number
  readonly after: string | null
  readonly newest: string | null
}

export const writePlace = ({ table, after, newest }: Place): string => [table, newest ?? '', after ?? ''].join('|')

/** @throws RangeError when it is no cursor of changes */
export function readPlace(cursor: string | null): Place {
  if (cursor === null) return { table: 0, after: null, newest: null }
  const [, table, newest = '', after = ''] = /^(\d{1,2})\|([^|]*)\|([^|]*)$/.exec(cursor) ?? []
  if (table === undefined) throw new RangeError('The cursor is none of changes of national items.')
  return { table: Number(table), after: after || null, newest: newest || null }
}

/** The mark to begin with: a little before now, for senders that commit late. */
export const markAt = (now: Date, overlapSeconds: number): string => written(before(now, overlapSeconds))

/** The mark after a run: a little before the newest row, and never before the mark it began with. */
export function markAfter(since: string, newest: string | null, overlapSeconds: number): string {
  const next = newest === null ? since : markAt(new Date(newest), overlapSeconds)
  return next > since ? next : since
}
