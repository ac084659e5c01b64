import { createHash } from 'node:crypto'
import { TongbanError } from '@tongban/schema'

/** Arguments of a Relay connection. */
export interface PageArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** A page request, checked. `after` is the position the cursor stands for. */
export interface Page<Position> {
  readonly first: number
  readonly after: Position | null
  /** Turns a row's position into a cursor that is valid for the same arguments only. */
  cursor(position: Position): string
}

/** Pages are small: long synchronous work on big answers hurts every other request. */
const maxPage = 50

/** Whether so many rows may be asked for at once. */
export const isPageSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= maxPage

/** What is left out, null and an empty list say the same to a filter, and in whatever order it is written. */
const said = (value: unknown): boolean => value != null && !(Array.isArray(value) && value.length === 0)

const canonical = (filter: unknown): unknown =>
  typeof filter === 'object' && filter !== null && !Array.isArray(filter)
    ? Object.entries(filter)
        .filter(([, value]) => said(value))
        .sort(([one], [other]) => (one < other ? -1 : 1))
    : filter

const digest = (filter: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(filter ?? {})))
    .digest('base64url')
    .slice(0, 8)

function readCursor(cursor: string, mark: string): unknown {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parsed) && parsed.length === 2 && parsed[0] === mark) return parsed[1]
  } catch {
    // falls through: whatever is wrong with a cursor, the caller's remedy is the same
  }
  throw new TongbanError('TB_INVALID_CURSOR', {}, { path: ['after'] })
}

/**
 * Checks `first` (1 to 50) and `after`. The cursor carries a digest of the filter, so that it cannot be used with another.
 *
 * @throws TongbanError `TB_INVALID_INPUT`, `TB_INVALID_CURSOR`
 */
export function readPage<Position>(
  args: PageArguments,
  filter: unknown,
  isPosition: (value: unknown) => value is Position,
): Page<Position> {
  const first = args.first ?? 20
  if (!isPageSize(first))
    throw new TongbanError('TB_INVALID_INPUT', { field: 'first', detail: `1–${maxPage}` }, { path: ['first'] })
  const mark = digest(filter)
  const after = args.after == null ? null : readCursor(args.after, mark)
  if (after !== null && !isPosition(after)) throw new TongbanError('TB_INVALID_CURSOR', {}, { path: ['after'] })
  return { first, after, cursor: (position) => Buffer.from(JSON.stringify([mark, position])).toString('base64url') }
}

/** Builds a connection from up to `first + 1` rows: the extra one only tells that more follow. */
export function connection<Row, Position>(
  page: Page<Position>,
  rows: readonly Row[],
  positionOf: (row: Row) => Position,
) {
  const edges = rows.slice(0, page.first).map((node) => ({ cursor: page.cursor(positionOf(node)), node }))
  return {
    edges,
    pageInfo: {
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
    },
  }
}
