import { field, readMoney, readOpeningHours } from '@tongban/gateway'
import { z } from 'zod'
import * as codes from './province-items-codes.ts'

const text = field.text

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

const feeRow = z.object({
  fee_name: field.required,
  fee_stand: text,
  fee_unit: text,
  by_law: text,
  desc_explain: text,
})

const columns = z.object({
  catalog_code: text,
  task_code: text,
  task_handle_item: field.required,
  local_task_code: text,
  task_name: field.required,
  task_type: text,
  task_version: text,
  task_state: text,
  plan_effective_date: field.day,
  plan_cancel_date: field.day,
  project_type: text,
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
  limit_scene_num: field.whole,
  limit_scene_explain: text,
  transact_addr: text,
  transact_time: text,
  link_way: text,
  result_type: text,
  result_name: text,
  result_guid: text,
  ext_result_cert_type: text,
  ext_plain_guide: text,
  materials: field.list(materialRow),
  fee_projects: field.list(feeRow),
  questions: field.list(z.object({ question: field.required, answer: field.required })),
  situations: field.list(situationRow),
})
type Columns = z.output<typeof columns>

/** Several values in one text: lines, or steps joined by arrows. */
const parts = (value: string | null, separator: RegExp): string[] =>
  (value ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)

const duration = (amount: number | null, unit: ReturnType<typeof codes.promisedUnits.name>, note: string | null) =>
  amount === null || unit === null ? null : { amount, unit, note }

/** The options that make a conditional material necessary; the library says it the other way round. */
const askedWhen = (guid: string, situations: Columns['situations']) =>
  situations.flatMap((question) =>
    question.options
      .filter((option) => option.material_guids.includes(guid))
      .map((option) => ({ question: question.question_code, option: option.option_code })),
  )

const material = (row: z.output<typeof materialRow>, situations: Columns['situations']) => ({
  key: row.material_code,
  name: row.material_name,
  // When the table does not know: asking for a material too many is a nuisance, one too few sends people home.
  necessity: codes.necessities.name(row.is_need) ?? 'REQUIRED',
  form: codes.materialFormats.name(row.material_format) ?? codes.materialTypes.name(row.material_type) ?? 'ORIGINAL',
  source: codes.materialSources.name(row.source_type) ?? 'OTHER',
  copies: row.page_num,
  formats: row.material_format === '9' ? ['pdf'] : [],
  standard: row.accept_stand,
  guidance: row.fill_explain,
  basis: row.by_law,
  blankForm: row.form_guid,
  sample: row.example_guid,
  satisfiedBy: row.ext_cert_type === null ? [] : [{ certificateType: row.ext_cert_type }],
  situations: row.is_condition ? askedWhen(row.material_guid, situations) : [],
})

const fee = (row: z.output<typeof feeRow>) => ({
  name: row.fee_name,
  amount: row.fee_stand !== null && row.fee_unit?.startsWith('元') ? (readMoney(row.fee_stand, '元') ?? null) : null,
  formula: [row.fee_stand, row.fee_unit, row.desc_explain].filter(Boolean).join(' ') || null,
  basis: row.by_law,
})

const situation = (row: Columns['situations'][number]) => ({
  key: row.question_code,
  question: row.question_name,
  multiple: row.is_multi ?? false,
  root: row.sort === 1,
  options: row.options.map((option) => ({
    value: option.option_code,
    label: option.option_name,
    next: option.next_question_code,
  })),
})

const channels = (row: Columns) => ({
  handling: codes.channels.names(row.handle_type),
  onlineDepth: codes.onlineDepths.names(row.online_handle_depth),
  onlineUrl: row.online_handle_url,
  mobileUrl: row.mobile_terminal_url,
  bookable: row.is_schedule,
  payableOnline: row.is_pay_online,
  courier: row.is_express,
  inServiceHall: row.is_entry_center,
  terminal: row.is_service_terminals,
})

const authority = (row: Columns) => ({
  kind: codes.authorityKinds.name(row.dept_type),
  entrustedBy: row.entrust_name,
  level: codes.levels.name(row.use_level),
  powerSource: codes.powerSources.name(row.power_source),
  basis: parts(row.by_law, /\n/),
  jointAgencies: parts(row.other_dept, /[、;;\n]/),
})

const place = (row: Columns) =>
  row.transact_addr === null
    ? []
    : [
        {
          name: row.dept_name ?? row.transact_addr,
          address: row.transact_addr,
          telephone: row.link_way,
          hours: row.transact_time,
        },
      ]

/** One item of the library as the gateway keeps it. */
const item = (row: Columns) => ({
  code: row.task_handle_item,
  catalogCode: row.catalog_code,
  taskCode: row.task_code,
  handlingItemCode: row.task_handle_item,
  localCode: row.local_task_code,
  name: row.task_name,
  type: codes.itemTypes.name(row.task_type) ?? ('OTHER_ADMINISTRATIVE_POWER' as const),
  rawType: codes.itemTypes.raw(row.task_type),
  state: codes.itemStates.name(row.task_state) ?? ('SUSPENDED' as const),
  version: row.task_version,
  effectiveFrom: row.plan_effective_date,
  effectiveTo: row.plan_cancel_date,
  divisionCode: row.area_code.padEnd(12, '0'),
  agencyCode: row.dept_code,
  agencyName: row.dept_name,
  authority: authority(row),
  audience: codes.audiences.names(row.server_type),
  processingType: codes.processingTypes.name(row.project_type),
  timeLimit: {
    statutory: duration(row.anticipate_day, codes.statutoryUnits.name(row.anticipate_type), row.anticipate_explain),
    promised: duration(row.promise_day, codes.promisedUnits.name(row.promise_type), row.promise_explain),
  },
  channels: channels(row),
  visits: row.limit_scene_num,
  visitsNote: row.limit_scene_explain,
  handlingArea: codes.handlingAreas.names(row.handle_area.toSorted())[0] ?? null,
  places: place(row),
  process: parts(row.handle_flow, /→|->|\n/),
  conditions: parts(row.accept_condition, /\n/),
  commitmentAllowed: row.is_notify_promise,
  fees: row.fee_projects.map(fee),
  results:
    row.result_name === null
      ? []
      : [
          {
            name: row.result_name,
            kind: codes.resultKinds.name(row.result_type),
            certificateType: row.ext_result_cert_type,
            sample: row.result_guid,
          },
        ],
  situations: row.situations.map(situation),
  materials: row.materials.map((each) => material(each, row.situations)),
  faqs: row.questions,
  plainGuide: row.ext_plain_guide,
})

/** A row of the library, read. */
export const itemRow = columns.transform(item)

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
