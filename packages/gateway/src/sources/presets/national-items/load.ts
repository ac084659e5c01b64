import type { z } from 'zod'
import type { ServiceItemInput } from '../../../domains/items/record.ts'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import type { Call, SkippedRow } from '../../source.ts'
import { localCodes } from './codes.ts'
import { inForce, lastWord } from './current.ts'
import { itemOf } from './item.ts'
import type { ItemRows } from './item-rows.ts'
import { allParts, type ItemPart, type NationalItemsOptions } from './options.ts'
import { type ReadTable, tableReader } from './read.ts'
import * as rows from './rows.ts'
import { tablesOf } from './tables.ts'

/** Items as they are now, with the rows they were made of. */
export interface LoadedItems {
  readonly items: readonly { readonly item: ServiceItemInput; readonly basic: rows.BasicRow }[]
  readonly skipped: readonly SkippedRow[]
}

const dayIn = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** The rows of a batch of items, without those that were returned after they were pushed. */
async function currentRows(options: NationalItemsOptions, read: ReadTable, asked: readonly string[], today: string) {
  const names = tablesOf(options)
  const by = (column: string) => read(names.basic, rows.basicRow, column, asked)
  const pushes = lastWord((await Promise.all([by('task_handle_item'), by('task_code')])).flat())
  const guids = pushes.map(({ row_guid }) => row_guid)
  const returned = names.abnormal ? await read(names.abnormal, rows.abnormalRow, 'table_row_guid', guids) : []
  const isReturned = ({ row_guid, cd_time }: rows.BasicRow) =>
    returned.some((one) => one.table_row_guid === row_guid && Date.parse(one.cd_time) >= Date.parse(cd_time))
  const { taken = [], back = [] } = Object.groupBy(pushes, (one) => (isReturned(one) ? 'back' : 'taken'))
  return {
    chosen: [...Map.groupBy(taken, rows.codeOf).values()].flatMap((versions) => inForce(versions, today) ?? []),
    back: back.map(({ row_guid: key }) => ({ key, path: names.abnormal ?? '', reason: 'the row was returned' })),
  }
}

/** What stands in the tables beside the basic one, one read of each. */
async function partsOf(options: NationalItemsOptions, read: ReadTable, guids: readonly string[]) {
  const { parts = allParts } = options
  const names = tablesOf(options)
  const part = async <Row extends z.ZodType>(name: ItemPart, table: string, row: Row) =>
    parts.includes(name) ? read(table, row, 'task_guid', guids) : null
  const [extend, materials, fees, questions, conditions] = await Promise.all([
    part('extend', names.extend, rows.extendRow),
    part('material', names.material, rows.materialRow),
    part('fee_project', names.fee_project, rows.feeRow),
    part('questions', names.questions, rows.questionRow),
    part('situations', names.conditions, rows.conditionRow),
  ])
  const situations = (conditions ?? []).map(({ row_guid }) => row_guid)
  const bound = await read(names.materialConditions, rows.materialConditionRow, 'condition_guid', situations)
  return { extend, materials, fees, questions, conditions, bound }
}

type Parts = Awaited<ReturnType<typeof partsOf>>

const own = <Row extends { readonly task_guid: string }>(found: readonly Row[] | null, { row_guid }: rows.BasicRow) =>
  found === null ? null : found.filter(({ task_guid }) => task_guid === row_guid)

/** The parts of one item, the last word about each row. */
function rowsOf(basic: rows.BasicRow, parts: Parts): ItemRows {
  const last = <Row extends z.output<typeof rows.pushed> & { readonly task_guid: string }>(
    found: readonly Row[] | null,
  ) => {
    const mine = own(found, basic)
    return mine && lastWord(mine)
  }
  return {
    basic,
    extend: last(parts.extend)?.[0] ?? null,
    materials: last(parts.materials),
    fees: last(parts.fees),
    questions: last(parts.questions) ?? [],
    conditions: own(parts.conditions, basic),
    materialConditions: parts.bound,
  }
}

/** Loads items by their codes: one read of each table, however many items. Codes are those of handling items or of tasks. */
export function itemLoader(options: NationalItemsOptions, now: () => Date) {
  const local = localCodes(options.codes ?? {})
  return async (asked: readonly string[], operation: string, call: Call<ExchangeRequest>): Promise<LoadedItems> => {
    const { read, skipped } = tableReader(options, operation, call)
    const { chosen, back } = await currentRows(options, read, asked, dayIn(now()))
    const guids = chosen.map(({ row_guid }) => row_guid)
    const parts = await partsOf(options, read, guids)
    const made = chosen.map((basic) => ({ basic, item: itemOf(rowsOf(basic, parts), local, options) }))
    const nowhere = made
      .filter(({ item }) => item === null)
      .map(({ basic }) => ({ key: basic.row_guid, path: 'divisionCode', reason: 'expected a division' }))
    const items = made.flatMap(({ basic, item }) => (item ? [{ basic, item }] : []))
    return { items, skipped: [...skipped, ...back, ...nowhere] }
  }
}
