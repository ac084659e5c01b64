import { field, readOpeningHours } from '@tongban/gateway'
import { z } from 'zod'
import { columns } from './columns.ts'
import { itemOf } from './item.ts'

const text = field.text

/** A row of the library, read. */
export const itemRow = columns.transform(itemOf)

const removedRow = z
  .object({ task_handle_item: field.required })
  .transform((row) => ({ code: row.task_handle_item, removed: true as const }))
const changedRow = itemRow.transform((read) => ({ code: read.code, removed: false as const, item: read }))

/** A row of the change list; withdrawn items come as short rows. */
export const changeRow = z.unknown().transform((raw, context) => {
  const state = z.object({ task_state: field.text, cd_operation: field.text }).safeParse(raw)
  const isRemoved = state.data?.task_state === '3' || state.data?.cd_operation === 'D'
  const read = (isRemoved ? removedRow : changedRow).safeParse(raw)
  if (read.success) return read.data
  for (const issue of read.error.issues) context.addIssue({ code: 'custom', path: issue.path, message: issue.message })
  return z.NEVER
})

/** An agency of the library, read. */
export const agencyRow = z
  .object({
    dept_code: field.required,
    dept_name: field.required,
    area_code: text,
    transact_addr: text,
    transact_time: text,
    link_way: text,
    supervise_way: text,
  })
  .transform((row) => ({
    code: row.dept_code,
    creditCode: row.dept_code,
    name: row.dept_name,
    divisionCode: row.area_code?.padEnd(12, '0') ?? null,
    address: row.transact_addr,
    telephone: row.link_way,
    complaintTelephone: row.supervise_way,
    openingHours: readOpeningHours(row.transact_time ?? ''),
  }))
