import { z } from 'zod'
import { checkOptions, optionMistake, type ShapeOf } from '../../options/option-mistake.ts'
import { flag, text } from '../../options/shapes.ts'
import { strict } from '../../options/strict.ts'
import type { FlagColumn, FlagValues, ReturnTable, SenderColumns, TableLayout } from './layout.ts'
import { isUsableName } from './wording.ts'

const column = z.string('name a column').refine(isUsableName, 'name a column, without quotes and marks')
const columns = z.array(column, 'give a list of columns').min(1, 'name at least one column')
const stored = z.array(z.string().nullable(), 'give a list of stored values').optional()

const flagValues = strict({
  NOT_SENT: stored,
  UNFINISHED: stored,
  SENT: stored,
  ITEM_UNKNOWN: stored,
  FAILED: stored,
} satisfies ShapeOf<FlagValues>)
const returned = strict(
  { table: column, key: columns, reason: column, at: column.optional() } satisfies ShapeOf<ReturnTable>,
  'give { table: …, key: [ … ], reason: … }',
)
const sender = strict({
  madeAt: column.optional(),
  sign: strict({ column, initial: z.string('use text') }).optional(),
  change: column.optional(),
  batch: column.optional(),
} satisfies ShapeOf<SenderColumns>)

const layout = strict(
  {
    key: columns,
    version: column.optional(),
    id: columns.optional(),
    order: columns.optional(),
    serial: strict({ column, shared: flag }).optional(),
    deleted: strict({ column, in: z.array(z.string()).min(1, 'name at least one value') }).optional(),
    flag: strict({ column, values: flagValues.optional() } satisfies ShapeOf<FlagColumn>).optional(),
    reason: column.optional(),
    claim: strict({ token: column, until: column }).optional(),
    sender: sender.optional(),
    returns: z.array(returned).optional(),
  } satisfies ShapeOf<TableLayout>,
  "describe the table: { key: ['ORGBUSNO', 'PROJID'] }",
).superRefine(({ key, returns = [] }, context) => {
  for (const [index, back] of returns.entries())
    if (back.key.length !== key.length)
      context.addIssue({
        code: 'custom',
        path: ['returns', index, 'key'],
        message: `name ${key.length} columns, in the order of key`,
      })
})

const amount = z.int('use a whole number from 1').positive('use a whole number from 1').optional()
const shape = strict(
  {
    database: z.looseObject({ kind: text }, 'use mysql({ … }) or postgres({ … })'),
    tables: z.record(z.string(), layout, 'give layouts by the names of tables').optional(),
    maxRows: amount,
    maxResponseBytes: amount,
    maxConnections: amount,
  },
  'give { database: …, tables: … }',
)

/** Refuses what cannot be meant by an exchange through tables. @throws TongbanError `TB_CONFIG_INVALID` */
export function checkExchangeOptions(options: { readonly tables?: Readonly<Record<string, TableLayout>> }): void {
  checkOptions('exchangeTable', shape, options)
  const wrong = Object.keys(options.tables ?? {}).find((name) => !isTableName(name))
  if (wrong !== undefined)
    throw optionMistake('exchangeTable', ['tables', wrong], 'use the name of a table, or schema.table, without quotes')
}

/** A schema and a table at most. */
function isTableName(name: string): boolean {
  const parts = name.split('.')
  return parts.length <= 2 && parts.every((part) => isUsableName(part))
}
