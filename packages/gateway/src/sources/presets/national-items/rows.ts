import { z } from 'zod'
import { isRecord } from '../../protocols/path.ts'
import { field } from '../../reading/fields.ts'

/** Rows by names in small letters, however the database writes them. */
export const inSmallLetters = (raw: unknown): unknown =>
  isRecord(raw) ? Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value])) : raw

const { text, required, codes } = field
/** A mark that cannot be read costs the mark, not the row. */
const flag = field.flag.catch(null)
const order = field.whole.catch(null)

/** What every pushed row has. */
export const pushed = z.object({
  id: required,
  row_guid: required,
  cd_operation: text,
  cd_time: field.requiredInstant,
})
/** What every row about an item has. */
export const itemKey = z.object({ task_code: required, task_handle_item: text })
const child = pushed.extend({ task_guid: required })

/** `…_basic` */
export const basicRow = pushed.extend({
  ...itemKey.shape,
  ...{ task_name: required, catalog_code: text, local_catalog_code: text, local_task_code: text, data_source: text },
  ...{ task_type: text, task_state: text, task_version: text, project_type: text, special_procedure: text },
  ...{ plan_effective_date: field.day, plan_cancel_date: field.day },
  ...{ dept_code: text, dept_name: text, dept_type: text, entrust_name: text, use_level: text, by_law: text },
  ...{ server_type: codes(), handle_type: codes() },
  ...{ anticipate_day: field.whole, anticipate_type: text, anticipate_explain: text },
  ...{ promise_day: field.whole, promise_type: text, promise_explain: text },
  ...{ accept_condition: text, handle_flow: text, link_addr: text, mobile_terminal_url: text },
  ...{ transact_addr: text, transact_time: text, link_way: text, is_fee: flag, fee_basis: text },
  limit_scene_num: field.whole.catch(null),
})

/** `…_extend` */
export const extendRow = child.extend({
  ...{ is_schedule: flag, is_pay_online: flag, is_express: flag, is_entry_center: flag, is_service_terminals: flag },
  ...{ online_handle_depth: codes(), online_handle_url: text, limit_scene_explain: text },
  ...{ other_dept: codes(), service_type: codes(), result_name: text, result_guid: text },
  ...{ town_code: text, village_code: text },
})

/** `…_material` */
export const materialRow = child.extend({
  ...{ material_name: required, order_num: order, is_need: text, material_type: text, material_format: text },
  ...{ source_type: text, page_num: field.whole.catch(null), page_format: text, accept_stand: text },
  ...{ fill_explain: text, by_law: text, form_guid: text, example_guid: text },
})

/** `…_fee_project` */
export const feeRow = child.extend({ fee_name: required, fee_stand: text, by_law: text, order_num: order })

/** `…_questions` */
export const questionRow = child.extend({ question: required, answer: required, order_num: order })

/** `…_audit_item_condition` (情形), which is not pushed in batches. */
export const conditionRow = z.object({
  ...{ row_guid: required, task_guid: required, condition_name: required, order_num: order },
})

/** `…_audit_material_condition`: which material a situation asks for. */
export const materialConditionRow = z.object({ condition_guid: required, material_guid: required })

/** `dn_audit_abnormal`: a row that was returned. */
export const abnormalRow = z.object({ table_row_guid: required, cd_time: field.requiredInstant })

export type BasicRow = z.output<typeof basicRow>
export type ExtendRow = z.output<typeof extendRow>
export type MaterialRow = z.output<typeof materialRow>
export type FeeRow = z.output<typeof feeRow>
export type QuestionRow = z.output<typeof questionRow>
export type ConditionRow = z.output<typeof conditionRow>
export type MaterialConditionRow = z.output<typeof materialConditionRow>

/** An item is what applicants choose (业务办理项), or the task itself where it has none. */
export const codeOf = ({ task_handle_item, task_code }: z.output<typeof itemKey>): string =>
  task_handle_item ?? task_code
