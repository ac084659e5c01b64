import { agencyByCode } from '../city/agencies.ts'
import { divisions } from '../city/divisions.ts'
import { type Tree, text, texts } from '../shared/tree.ts'
import { LibraryRefusal } from './envelope.ts'
import type { Library } from './library.ts'
import { agencyRow, changeRow, itemRow } from './rows.ts'

const MAX_SIZE = 100
const MAX_BATCH = 50

/** One operation: what was asked in, payload out. @throws LibraryRefusal */
export type LibraryOperation = (library: Library, asked: unknown) => Tree

const wholeNumber = (asked: unknown, name: string, fallback: string, max: number): number => {
  const value = text(asked, name) || fallback
  if (!/^\d{1,9}$/.test(value) || Number(value) < 1 || Number(value) > max)
    throw new LibraryRefusal('40001', `参数错误:${name}`)
  return Number(value)
}

const batch = (asked: unknown, name: string): readonly string[] => {
  const codes = texts(asked, name)
  if (!codes) throw new LibraryRefusal('40001', `参数错误:${name}`)
  if (codes.length > MAX_BATCH) throw new LibraryRefusal('40002', '单次查询不得超过50个编码')
  return codes
}

const list: LibraryOperation = (library, asked) => {
  const page = wholeNumber(asked, 'page', '1', 1_000_000)
  const size = wholeNumber(asked, 'size', '20', MAX_SIZE)
  const area = text(asked, 'area_code').slice(0, 6)
  if (area && !divisions.some(({ code }) => code === area)) throw new LibraryRefusal('40001', '参数错误:area_code')
  const type = text(asked, 'task_type')
  const found = library
    .current()
    .filter(({ item }) => (!area || item.agency.division.code === area) && (!type || item.template.type === type))
  return {
    total: String(found.length),
    page: String(page),
    size: String(size),
    pages: String(Math.ceil(found.length / size)),
    rows: found.slice((page - 1) * size, page * size).map(itemRow),
  }
}

const byCodes: LibraryOperation = (library, asked) => ({
  rows: [...new Set(batch(asked, 'codes').flatMap((code) => library.byCode(code)))].map(itemRow),
})

const changes: LibraryOperation = (library, asked) => {
  const since = text(asked, 'since') || '0'
  if (!/^\d{1,19}$/.test(since)) throw new LibraryRefusal('40003', '同步令牌无效')
  const size = wholeNumber(asked, 'size', '100', MAX_SIZE)
  const found = library.since(since)
  const rows = found.slice(0, size)
  return {
    since,
    next: rows.at(-1)?.seq ?? since,
    has_more: found.length > size ? '1' : '0',
    rows: rows.map(changeRow),
  }
}

const agencies: LibraryOperation = (_library, asked) => ({
  rows: [...new Set(batch(asked, 'dept_codes'))].flatMap((code) => agencyByCode(code) ?? []).map(agencyRow),
})

export const libraryOperations = { list, byCodes, changes, agencies } as const satisfies Record<
  string,
  LibraryOperation
>
