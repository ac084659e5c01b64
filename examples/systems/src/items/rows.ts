import type { Agency } from '../city/agencies.ts'
import { certificateTypes } from '../city/certificate-types.ts'
import { division12, fullName } from '../city/divisions.ts'
import { countsCalendarDays, type Item, resultType } from '../city/item.ts'
import { stableNumber, stableUuid } from '../shared/stable.ts'
import type { TreeRecord } from '../shared/tree.ts'
import { feeRows, materialRow, questionRows, situationRow, yes } from './child-rows.ts'
import { plainGuide } from './guide.ts'
import type { Entry } from './library.ts'
import { isEntirelyOnline, onlineDepth } from './online-depth.ts'

const codeColumns = ({ item, ...entry }: Entry): TreeRecord => ({
  row_guid: stableUuid(`${item.handleCode} ${entry.version}`),
  catalog_code: item.catalogCode,
  task_code: item.taskCode,
  task_handle_item: item.handleCode,
  local_catalog_code: item.localCode.replace(/-[^-]*$/, ''),
  local_task_code: item.localCode,
  task_name: entry.name,
  task_version: String(entry.version),
  task_state: entry.state,
  plan_cancel_date: entry.cancelDate,
})

const changeColumns = (entry: Entry): TreeRecord => ({
  cd_operation: entry.operation,
  cd_batch: entry.changedAt.slice(0, 8),
  cd_time: entry.changedAt,
  data_source: '330',
  seq: entry.seq,
})

const authorityColumns = ({ agency, template }: Item): TreeRecord => ({
  area_code: division12(agency.division),
  area_name: fullName(agency.division),
  dept_code: agency.code,
  dept_name: agency.name,
  dept_type: agency.nature,
  entrust_name: '',
  use_level: agency.division.level,
  power_source: '1',
  by_law: template.law,
  other_dept: '',
})

/** What is done on the spot is promised as 0 days, or as minutes by departments that like to be exact. */
const promised = ({ template, handleCode }: Item): TreeRecord => {
  const days = template.days[1]
  if (days === 0 && stableNumber(handleCode, 4) === 0) return { promise_day: '30', promise_type: '4' }
  return { promise_day: String(days), promise_type: countsCalendarDays(template) ? '2' : '1' }
}

const timeColumns = (item: Item): TreeRecord => {
  const [statutory, promise] = item.template.days
  const unit = countsCalendarDays(item.template) ? 'Z' : 'G'
  return {
    anticipate_day: statutory === 0 ? '' : String(statutory),
    anticipate_type: statutory === 0 ? '' : unit,
    anticipate_explain: statutory === 0 ? '无法定时限' : '',
    ...promised(item),
    promise_explain: promise === 0 ? '即办' : '',
    project_type: promise === 0 ? '1' : '2',
  }
}

const channelColumns = ({ template, taskCode, agency }: Item): TreeRecord => {
  const visits = template.visits ?? 0
  return {
    handle_type: visits === 0 ? '1^2^3' : '1^2',
    handle_area: template.area ?? '',
    handle_flow: '申请→受理→审核→决定→送达',
    server_type: template.audience,
    is_online: '1',
    online_handle_depth: onlineDepth(template),
    ext_is_all_online: yes(isEntirelyOnline(template)),
    online_handle_url: `https://items.sandbox.invalid/guide/${taskCode}`,
    mobile_terminal_url: '',
    is_schedule: yes(visits > 0),
    is_pay_online: yes(template.fees !== undefined),
    is_express: '1',
    is_entry_center: '1',
    is_service_terminals: yes(template.days[1] === 0),
    is_notify_promise: yes(template.promise === true),
    limit_scene_num: String(visits),
    limit_scene_explain: visits === 0 ? '' : '需本人到场核验或领取',
    transact_addr: agency.address,
    transact_time: agency.openingHours,
    link_way: agency.phone,
    supervise_way: agency.complaintPhone,
  }
}

const resultColumns = ({ template, handleCode }: Item): TreeRecord => {
  const [name, certificate] = template.result ?? []
  return {
    result_type: resultType(template),
    result_name: name ?? '',
    result_guid: name ? stableUuid(`result ${handleCode}`) : '',
    ext_result_cert_type: certificate ? certificateTypes[certificate].code : '',
  }
}

const written = new WeakMap<Entry, TreeRecord>()

/** A full row: the national exchange columns, provincial additions as `ext_*`, child rows inside. */
export const itemRow = (entry: Entry): TreeRecord => {
  // An entry never changes: a new version is a new entry.
  const row = written.get(entry) ?? writeRow(entry)
  written.set(entry, row)
  return row
}

const writeRow = (entry: Entry): TreeRecord => {
  const { item } = entry
  return {
    ...codeColumns(entry),
    task_type: item.template.type,
    ext_short_name: entry.name.replace(/\(.*\)$/, ''),
    plan_effective_date: `${item.effectiveDate} 00:00:00`,
    ...authorityColumns(item),
    ...timeColumns(item),
    ...channelColumns(item),
    accept_condition: item.template.condition,
    special_procedure: item.template.inspection ? '2' : '',
    is_fee: yes(item.template.fees !== undefined),
    fee_basis: item.template.fees?.[0]?.basis ?? '',
    ...resultColumns(item),
    ext_plain_guide: plainGuide(item),
    materials: item.materials.map((material, index) => materialRow(item, material, index)),
    fee_projects: feeRows(item),
    questions: questionRows(item),
    situations:
      item.questions.length === 0 ? null : item.questions.map((question, i) => situationRow(item, question, i)),
    ...changeColumns(entry),
  }
}

/** What the change list says: a full row, or the short row of a withdrawn item. */
export const changeRow = (entry: Entry): TreeRecord =>
  entry.state === '3' ? { ...codeColumns(entry), ...changeColumns(entry) } : itemRow(entry)

export const agencyRow = (agency: Agency): TreeRecord => ({
  dept_code: agency.code,
  dept_name: agency.name,
  short_name: agency.shortName,
  dept_type: agency.nature,
  area_code: division12(agency.division),
  area_name: fullName(agency.division),
  parent_dept_code: agency.parentCode ?? '',
  transact_addr: agency.address,
  transact_time: agency.openingHours,
  link_way: agency.phone,
  supervise_way: agency.complaintPhone,
  cd_time: '20250101090000',
})
