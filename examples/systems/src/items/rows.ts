import type { Agency } from '../city/agencies.ts'
import { certificateTypes } from '../city/certificate-types.ts'
import { division12, fullName } from '../city/divisions.ts'
import type { Item, Material, Question } from '../city/item.ts'
import { stableUuid } from '../shared/stable.ts'
import type { Tree, TreeRecord } from '../shared/tree.ts'
import { plainGuide } from './guide.ts'
import type { Entry } from './library.ts'

const yes = (condition: boolean): '0' | '1' => (condition ? '1' : '0')

/** The library's file and row ids never change with the version. */
export const materialGuid = (item: Item, code: string): string => stableUuid(`${item.handleCode} ${code}`)

const needCodes = { required: '1', optional: '2', deferrable: '3' } as const

const materialRow = (item: Item, material: Material, index: number): TreeRecord => {
  const type = material.certificate && certificateTypes[material.certificate]
  const isForm = material.source === '10' && material.format === '5'
  return {
    material_guid: materialGuid(item, material.code),
    material_code: material.code,
    material_name: material.name,
    is_need: needCodes[material.need],
    material_type: material.original,
    material_format: material.format,
    source_type: material.source,
    source_explain: material.source === '20' ? '政府部门核发' : '',
    page_num: '1',
    page_format: '1',
    accept_stand: '内容完整、清晰、在有效期内',
    fill_explain: material.note ?? '',
    by_law: item.template.law,
    form_guid: isForm ? stableUuid(`form ${item.handleCode} ${material.code}`) : '',
    example_guid: isForm ? stableUuid(`example ${item.handleCode} ${material.code}`) : '',
    is_condition: yes(material.conditional),
    ext_cert_type: type?.code ?? '',
    ext_cert_name: type?.name ?? '',
    sort: String(index + 1),
  }
}

const situationRow = (item: Item, question: Question, index: number): TreeRecord => ({
  situation_guid: stableUuid(`${item.handleCode} ${question.code}`),
  question_code: question.code,
  question_name: question.ask,
  is_multi: '0',
  sort: String(index + 1),
  options: question.options.map((option) => ({
    option_guid: stableUuid(`${item.handleCode} ${question.code} ${option.code}`),
    option_code: option.code,
    option_name: option.label,
    next_question_code: option.next ?? '',
    material_guids: option.materialCodes.map((code) => materialGuid(item, code)).join('^'),
  })),
})

const feeRows = (item: Item): Tree =>
  item.template.fees?.map((fee) => ({
    fee_guid: stableUuid(`${item.handleCode} ${fee.name}`),
    fee_name: fee.name,
    fee_stand: fee.amount,
    fee_unit: fee.unit,
    by_law: fee.basis,
    is_desc: yes(fee.reduction !== undefined),
    desc_explain: fee.reduction ?? '',
  })) ?? null

const questionRows = (item: Item): Tree =>
  (item.template.faq ?? []).map(([question, answer], index) => ({ sort: String(index + 1), question, answer }))

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

const timeColumns = ({ template: { days } }: Item): TreeRecord => ({
  anticipate_day: days[0] === 0 ? '' : String(days[0]),
  anticipate_type: days[0] === 0 ? '' : 'G',
  anticipate_explain: days[0] === 0 ? '无法定时限' : '',
  promise_day: String(days[1]),
  promise_type: '1',
  promise_explain: days[1] === 0 ? '即办' : '',
  project_type: days[1] === 0 ? '1' : '2',
})

const channelColumns = ({ template, taskCode, agency }: Item): TreeRecord => {
  const visits = template.visits ?? 0
  return {
    handle_type: visits === 0 ? '1^2^3' : '1^2',
    handle_area: template.area ?? '',
    handle_flow: '申请→受理→审核→决定→送达',
    server_type: template.audience,
    is_online: '1',
    online_handle_depth: visits === 0 ? '3^4^5^6^7' : '3^4^5^6',
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
    result_type: resultType(name, certificate !== undefined),
    result_name: name ?? '',
    result_guid: name ? stableUuid(`result ${handleCode}`) : '',
    ext_result_cert_type: certificate ? certificateTypes[certificate].code : '',
  }
}

/** 10 certificate, 20 proof, 30 document, 99 none. */
export const resultType = (name: string | undefined, hasCertificate: boolean): '10' | '20' | '30' | '99' => {
  if (!name) return '99'
  if (name.includes('证明')) return '20'
  return hasCertificate ? '10' : '30'
}

/** A full row: the national exchange columns, provincial additions as `ext_*`, child rows inside. */
export const itemRow = (entry: Entry): TreeRecord => {
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
