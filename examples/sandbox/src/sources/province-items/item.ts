import { readMoney } from '@tongban/gateway'
import * as codes from './codes.ts'
import type { Columns, FeeColumns, MaterialColumns } from './columns.ts'

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

/** `material_format` 9 names a file type where the others name a form. */
const pdf = '9'

const formOf = ({ material_format: format, material_type: type }: MaterialColumns) =>
  format === pdf
    ? ('ELECTRONIC_FILE' as const)
    : (codes.materialFormats.name(format) ?? codes.materialTypes.name(type) ?? ('ORIGINAL' as const))

const material = (row: MaterialColumns, situations: Columns['situations']) => ({
  key: row.material_code,
  name: row.material_name,
  // When the table does not know: asking for a material too many is a nuisance, one too few sends people home.
  necessity: codes.necessities.name(row.is_need) ?? 'REQUIRED',
  form: formOf(row),
  source: codes.materialSources.name(row.source_type) ?? 'OTHER',
  copies: row.page_num,
  formats: row.material_format === pdf ? ['pdf'] : [],
  standard: row.accept_stand,
  guidance: row.fill_explain,
  basis: row.by_law,
  blankForm: row.form_guid,
  sample: row.example_guid,
  satisfiedBy: row.ext_cert_type === null ? [] : [{ certificateType: row.ext_cert_type }],
  situations: row.is_condition ? askedWhen(row.material_guid, situations) : [],
})

const fee = (row: FeeColumns) => ({
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
export const itemOf = (row: Columns) => ({
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
