import { z } from 'zod'
import type { ServiceItemInput } from '../../../domains/items/record.ts'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import { field } from '../../reading/fields.ts'
import { readRows } from '../../reading/rows.ts'
import type { Call, SkippedRow } from '../../source.ts'
import { localCodes } from './codes.ts'
import { inForce, lastWord } from './current.ts'
import { itemOf } from './item.ts'
import { allParts, type ItemPart, type NationalItemsOptions } from './options.ts'
import * as rows from './rows.ts'
import { spelling, tablesOf } from './tables.ts'

const anyRows = field.list(z.unknown())

/** Items as they are now, with the rows they were made of. */
export interface LoadedItems {
  readonly items: readonly { readonly item: ServiceItemInput; readonly basic: rows.BasicRow }[]
  readonly skipped: readonly SkippedRow[]
}

/** Loads items by their codes: one read of each table, however many items. Codes are those of handling items or of tasks. */
export function itemLoader(options: NationalItemsOptions, now: () => Date) {
  const { parts = allParts, codes = {} } = options
  const [names, spelled, local] = [tablesOf(options), spelling(options), localCodes(codes)]

  return async (asked: readonly string[], operation: string, call: Call<ExchangeRequest>): Promise<LoadedItems> => {
    const skipped: SkippedRow[] = []
    const read = async <Row extends z.ZodType>(table: string, row: Row, column: string, values: readonly string[]) => {
      if (values.length === 0) return []
      const where = { [spelled(column)]: values }
      const raws = await call({ operation, safe: true, table, where, history: true, reply: anyRows })
      const found = readRows(row, raws.map(rows.inSmallLetters), 'row_guid')
      skipped.push(...found.skipped)
      return found.rows
    }
    const part = async <Row extends z.ZodType>(name: ItemPart, table: string, row: Row, guids: readonly string[]) =>
      parts.includes(name) ? read(table, row, 'task_guid', guids) : null

    const basics = (
      await Promise.all(
        (['task_handle_item', 'task_code'] as const).map((column) => read(names.basic, rows.basicRow, column, asked)),
      )
    ).flat()
    const returned = names.abnormal
      ? await read(names.abnormal, rows.abnormalRow, 'table_row_guid', [
          ...new Set(basics.map(({ row_guid }) => row_guid)),
        ])
      : []
    const isReturned = (basic: rows.BasicRow) =>
      returned.some(
        ({ table_row_guid, cd_time }) =>
          table_row_guid === basic.row_guid && Date.parse(cd_time) >= Date.parse(basic.cd_time),
      )
    const today = new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const taken = lastWord(basics).filter((basic) => {
      if (!isReturned(basic)) return true
      skipped.push({ key: basic.row_guid, path: names.abnormal ?? '', reason: 'the row was returned' })
      return false
    })
    const chosen = [...Map.groupBy(taken, rows.codeOf).values()].flatMap((versions) => inForce(versions, today) ?? [])
    const guids = chosen.map(({ row_guid }) => row_guid)
    const [extend, materials, fees, questions, conditions] = await Promise.all([
      part('extend', names.extend, rows.extendRow, guids),
      part('material', names.material, rows.materialRow, guids),
      part('fee_project', names.fee_project, rows.feeRow, guids),
      part('questions', names.questions, rows.questionRow, guids),
      part('situations', names.conditions, rows.conditionRow, guids),
    ])
    const conditionGuids = (conditions ?? []).map(({ row_guid }) => row_guid)
    const bound = await read(names.materialConditions, rows.materialConditionRow, 'condition_guid', conditionGuids)

    const items = chosen.flatMap((basic) => {
      const own = <Row extends { readonly task_guid: string }>(found: readonly Row[] | null) =>
        found === null ? null : found.filter(({ task_guid }) => task_guid === basic.row_guid)
      const last = <Row extends z.output<typeof rows.pushed> & { readonly task_guid: string }>(
        found: readonly Row[] | null,
      ) => {
        const mine = own(found)
        return mine && lastWord(mine)
      }
      const item = itemOf(
        {
          basic,
          extend: last(extend)?.[0] ?? null,
          materials: last(materials),
          fees: last(fees),
          questions: last(questions) ?? [],
          conditions: own(conditions),
          materialConditions: bound,
        },
        local,
        options,
      )
      if (item) return [{ item, basic }]
      skipped.push({ key: basic.row_guid, path: 'divisionCode', reason: 'expected a division' })
      return []
    })
    return { items, skipped }
  }
}
