import type { HtmlTable } from '../../reading/html.ts'
import type { Candidate } from '../notices/awards.ts'
import { plainLabel } from '../notices/labels.ts'

const ranks = '一二三四五六七八九十'

/** `第一名`, `第2名`, `1` as a place. */
export function readRank(text: string | undefined): number | null {
  const [, found = ''] = /^第?([一二三四五六七八九十]|\d{1,2})名?$/.exec(text?.trim() ?? '') ?? []
  const place = /^\d+$/.test(found) ? Number(found) : ranks.indexOf(found) + 1
  return found === '' || place < 1 ? null : place
}

type Row = readonly string[]

const rowOf = (table: HtmlTable, label: RegExp): Row | undefined =>
  table.find(([first = '']) => label.test(plainLabel(first)))

/** Columns that hold bidders: the header spans those before them. */
const bidderColumns = (names: Row): number[] =>
  names.flatMap((text, column) => (column > 0 && text !== names[0] && text.trim() !== '' ? [column] : []))

/**
 * The candidates of a notice's table, one column each, with header cells that span columns. Staff, earlier works and prizes stand
 * in further rows and are not read.
 *
 * @returns undefined without a table of candidates
 */
export function candidatesIn(tables: readonly HtmlTable[]): readonly Candidate[] | undefined {
  for (const table of tables) {
    const names = rowOf(table, /^(?:中标)?候选人(?:名称)?$/)
    const prices = rowOf(table, /^(?:投标)?(?:总?报价|金额)(?:\(.*\))?$/)
    if (!names || !prices) continue
    const places = rowOf(table, /^(?:名次|排名|排序)$/)
    const periods = rowOf(table, /^(?:履约期限|工期|服务期)(?:\(.*\))?$/)
    return bidderColumns(names).map((column) => ({
      bidder: names[column]?.trim() ?? '',
      price: prices[column]?.trim() ?? '',
      priceHeader: prices[0] ?? '',
      rank: readRank(places?.[column]),
      performance: periods?.[column] ?? null,
    }))
  }
  return undefined
}

/** Neighbouring cells of a form table as label and value; a value that spans several places counts once. */
export const pairsIn = (tables: readonly HtmlTable[]): (readonly [string, string])[] =>
  tables.flatMap((table) =>
    table.flatMap((row) => {
      const cells = row.filter((text, column) => column === 0 || text !== row[column - 1])
      return cells.flatMap((label, column) => {
        const value = cells[column + 1]
        return value === undefined ? [] : [[label, value.trim()] as const]
      })
    }),
  )
