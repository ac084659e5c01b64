import { type Tree, text } from '../shared/tree.ts'
import type { Board } from './board.ts'
import type { Notice } from './notice.ts'
import { fullRecord, listRecord } from './record.ts'

/** A refusal with the portal's state number. */
export class PortalRefusal extends Error {
  readonly state: 400 | 401 | 404
  constructor(state: 400 | 401 | 404, message: string) {
    super(message)
    this.state = state
  }
}

/** One operation: query in, payload out. @throws PortalRefusal */
export type PortalOperation = (board: Board, query: unknown) => Tree

const wholeNumber = (query: unknown, name: string, fallback: number, min: number, max: number): number => {
  const value = text(query, name)
  if (value === '') return fallback
  if (!/^\d{1,9}$/.test(value) || Number(value) < min || Number(value) > max)
    throw new PortalRefusal(400, `参数${name}错误`)
  return Number(value)
}

const filters: Record<string, (notice: Notice, wanted: string) => boolean> = {
  stage: ({ stage }, wanted) => stage === wanted,
  xiaqucode: ({ project }, wanted) => project.division.code.startsWith(wanted),
  projectcode: ({ project }, wanted) => project.code === wanted,
  keyword: ({ title }, wanted) => title.includes(wanted),
}

const matches =
  (query: unknown) =>
  (notice: Notice): boolean =>
    Object.entries(filters).every(([name, holds]) => text(query, name) === '' || holds(notice, text(query, name)))

const list: PortalOperation = (board, query) => {
  const pageIndex = wholeNumber(query, 'pageIndex', 0, 0, 1_000_000)
  const pageSize = wholeNumber(query, 'pageSize', 20, 1, 100)
  const found = board.newest().filter(matches(query))
  return {
    pageIndex,
    pageSize,
    total: String(found.length),
    totalcount: found.length,
    records: found.slice(pageIndex * pageSize, (pageIndex + 1) * pageSize).map(listRecord),
  }
}

const detail: PortalOperation = (board, query) => {
  const found = board.byId(text(query, 'infoid'))
  if (!found) throw new PortalRefusal(404, '公告不存在')
  return fullRecord(found)
}

/** The cursor says how many have been read; it is wrapped so that nobody counts on that. */
const writeCursor = (read: number): string => Buffer.from(`n:${read}`).toString('base64url')

const readCursor = (cursor: string): number => {
  const found = /^n:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (!found) throw new PortalRefusal(400, '参数cursor错误')
  return Number(found[1])
}

const changes: PortalOperation = (board, query) => {
  const cursor = text(query, 'cursor')
  const from = cursor ? readCursor(cursor) : 0
  const all = board.inOrder()
  const records = all.slice(from, from + wholeNumber(query, 'rows', 100, 1, 200))
  const read = from + records.length
  return { cursor: writeCursor(read), more: read < all.length, records: records.map(fullRecord) }
}

export const portalOperations = { list, detail, changes } as const satisfies Record<string, PortalOperation>

export type PortalOperationName = keyof typeof portalOperations
