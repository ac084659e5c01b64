import { field } from '@tongban/gateway'
import { z } from 'zod'

const text = field.text

/** 申请材料 */
const materialRow = z.object({
  material_guid: field.required,
  material_code: field.required,
  material_name: field.required,
  is_need: text,
  material_type: text,
  material_format: text,
  source_type: text,
  page_num: field.whole,
  accept_stand: text,
  fill_explain: text,
  by_law: text,
  form_guid: text,
  example_guid: text,
  is_condition: field.flag,
  ext_cert_type: text,
})

/** 办理情形 */
const situationRow = z.object({
  question_code: field.required,
  question_name: field.required,
  is_multi: field.flag,
  sort: field.whole,
  options: field.list(
    z.object({
      option_code: field.required,
      option_name: field.required,
      next_question_code: text,
      material_guids: field.codes(),
    }),
  ),
})

/** 收费项目 */
const feeRow = z.object({
  fee_name: field.required,
  fee_stand: text,
  fee_unit: text,
  by_law: text,
  desc_explain: text,
})

/** Columns of the national exchange, with the library's `ext_*`. Columns nobody asks for are not read. */
export const columns = z.object({
  row_guid: text,
  catalog_code: text,
  task_code: text,
  task_handle_item: field.required,
  local_catalog_code: text,
  local_task_code: text,
  task_name: field.required,
  task_type: text,
  task_version: text,
  task_state: text,
  plan_effective_date: field.day,
  plan_cancel_date: field.day,
  project_type: text,
  data_source: text,
  area_code: field.required,
  dept_code: text,
  dept_name: text,
  dept_type: text,
  entrust_name: text,
  use_level: text,
  power_source: text,
  by_law: text,
  other_dept: text,
  server_type: field.codes(),
  handle_type: field.codes(),
  handle_area: field.codes(),
  handle_flow: text,
  special_procedure: text,
  accept_condition: text,
  anticipate_day: field.whole,
  anticipate_type: text,
  anticipate_explain: text,
  promise_day: field.whole,
  promise_type: text,
  promise_explain: text,
  online_handle_depth: field.codes(),
  online_handle_url: text,
  mobile_terminal_url: text,
  is_schedule: field.flag,
  is_pay_online: field.flag,
  is_express: field.flag,
  is_entry_center: field.flag,
  is_service_terminals: field.flag,
  is_notify_promise: field.flag,
  credit_promise_type: text,
  is_secret: field.flag,
  is_fee: field.flag,
  limit_scene_num: field.whole,
  limit_scene_explain: text,
  transact_addr: text,
  transact_time: text,
  link_way: text,
  result_type: text,
  result_name: text,
  result_guid: text,
  ext_is_all_online: field.flag,
  ext_result_cert_type: text,
  ext_plain_guide: text,
  materials: field.list(materialRow),
  fee_projects: field.list(feeRow),
  questions: field.list(z.object({ question: field.required, answer: field.required })),
  situations: field.list(situationRow),
})
export type Columns = z.output<typeof columns>
export type MaterialColumns = z.output<typeof materialRow>
export type FeeColumns = z.output<typeof feeRow>
