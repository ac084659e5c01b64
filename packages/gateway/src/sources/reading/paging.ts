import { createHash } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import { sourceFailure } from '../failures.ts'

/** How a source numbers its pages. */
export interface Paging {
  /** Number of the first page. */
  readonly first: 0 | 1
  /** Rows to ask for with each page. */
  readonly size: number
  /** Rows after which the source is known to stop without a word, for example 1,000. */
  readonly cutsAt?: number
}

/** What a page turned out to hold. */
export interface PageContent {
  /** Keys of all rows of the page, also of those that were skipped. */
  readonly keys: readonly string[]
  /** How many rows the source says there are in all; null when it does not. */
  readonly total: number | null
}

/** One page to ask for. */
export interface PageTurn {
  /** Number to ask for, in the source's own counting. */
  readonly page: number
  /** Number of the row before the page's first, for sources that count rows. */
  readonly offset: number
  readonly size: number
  /**
   * Cursor of the next page, null after the last. A page with fewer rows than asked for does not end the list; reaching the stated
   * total does, or an empty page where none is stated.
   *
   * @throws TongbanError `TB_SOURCE_SHAPE` when the page repeats the one before, or the rows end before the stated total
   */
  next(content: PageContent): string | null
}

/** Where a list is: pages turned, rows seen, and what the last page held. */
interface Position {
  readonly turned: number
  readonly seen: number
  readonly last: string
}

const start: Position = { turned: 0, seen: 0, last: '' }

const readPosition = (cursor: string | null): Position => {
  if (cursor === null) return start
  const [, turned, seen, last = ''] = /^(\d{1,9})-(\d{1,12})-([0-9a-f]{0,16})$/.exec(cursor) ?? []
  if (turned === undefined) throw new TongbanError('TB_INVALID_CURSOR')
  return { turned: Number(turned), seen: Number(seen), last }
}

const fingerprint = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, 16)

const wrong = (detail: string) => sourceFailure('TB_SOURCE_SHAPE', { detail })

/** Fewer rows than stated: a list cut at a limit of the source, or pages that left rows out. */
function checkWhole(seen: number, total: number | null, cutsAt: number | undefined): void {
  if (total !== null && seen < total) throw wrong(`paging: the rows end after ${seen} of ${total}`)
  if (total === null && cutsAt !== undefined && seen === cutsAt)
    throw wrong(`paging: the rows end at ${seen}, where this source cuts lists`)
}

/** A total that says no more than the page itself is no total: some sources state the rows of the page. */
const isReached = (total: number | null, seen: number, onPage: number, size: number): boolean =>
  total !== null && seen >= total && !(total === onPage && onPage >= size)

/**
 * Turns the pages of a list that is numbered from 0 or 1, and notices what such lists do wrong: partial pages in the middle,
 * the same page again and again, ends before the stated total. The cursor holds all that is needed, so that another process can go on.
 *
 * @example
 * const turn = turnPage(cursor, { first: 1, size: 100 })
 * const reply = await call({ operation: 'items.page', safe: true, path: '/items', query: { page: turn.page, size: turn.size }, reply: page })
 * return { items: reply.rows, total: reply.total, next: turn.next({ keys: reply.rows.map(({ id }) => id), total: reply.total }) }
 *
 * @throws TongbanError `TB_INVALID_CURSOR` when the cursor is none of its own
 */
export function turnPage(cursor: string | null, { first, size, cutsAt }: Paging): PageTurn {
  const position = readPosition(cursor)
  return {
    page: position.turned + first,
    offset: position.turned * size,
    size,
    next({ keys, total }) {
      const seen = position.seen + keys.length
      if (keys.length === 0) {
        checkWhole(seen, total, cutsAt)
        return null
      }
      const last = fingerprint(keys)
      const page = position.turned + first
      if (last === position.last) throw wrong(`paging: page ${page} repeats page ${page - 1}`)
      return isReached(total, seen, keys.length, size) ? null : `${position.turned + 1}-${seen}-${last}`
    },
  }
}

/**
 * Checks that a list which came in one piece is whole.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when it has fewer rows than stated, or as many as the source cuts lists at
 */
export const checkWholeList = (rows: number, total: number | null, cutsAt?: number): void =>
  checkWhole(rows, total, cutsAt)
