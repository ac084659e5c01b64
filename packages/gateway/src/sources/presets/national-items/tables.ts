import type { TableLayout } from '../../protocols/exchange-table/layout.ts'
import { spelledIn } from '../exchange.ts'
import type { NationalItemsOptions } from './options.ts'

/** How the database spells a column. */
export const spelling = ({ columns = 'lower' }: NationalItemsOptions) => spelledIn(columns, 'lower')

/** Tables of one family; situations are kept in common for all families. */
export function tablesOf({ direction = 'dn', family = 'general', schema, abnormal }: NationalItemsOptions) {
  const named = (name: string) => (schema === undefined ? name : `${schema}.${name}`)
  const own = (part: string) => named(`${direction}_task_${family}_${part}`)
  return {
    basic: own('basic'),
    extend: own('extend'),
    material: own('material'),
    fee_project: own('fee_project'),
    questions: own('questions'),
    conditions: named(`${direction}_audit_item_condition`),
    materialConditions: named(`${direction}_audit_material_condition`),
    abnormal: abnormal === undefined ? null : named(abnormal),
  } as const
}

/** Tables with `cd_time`, in which something can change by itself. */
export const changing = (options: NationalItemsOptions): readonly string[] => {
  const { parts } = options
  const names = tablesOf(options)
  const dated = ['extend', 'material', 'fee_project', 'questions'] as const
  return [names.basic, ...dated.filter((part) => parts?.includes(part) ?? true).map((part) => names[part])]
}

/** Rows are added with every push, never changed: they are read in the order of their time. */
export function layoutsOf(options: NationalItemsOptions): Readonly<Record<string, TableLayout>> {
  const spelled = spelling(options)
  const layout: TableLayout = {
    key: [spelled('row_guid')],
    id: [spelled('id')],
    order: [spelled('cd_time'), spelled('id')],
    ...(options.countedBatches ? { serial: { column: spelled('cd_batch'), shared: true } } : {}),
  }
  return Object.fromEntries(changing(options).map((table) => [table, layout]))
}
