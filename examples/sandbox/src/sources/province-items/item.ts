import { readMoney } from '@tongban/gateway'
import * as codes from './codes.ts'
import type { Columns, FeeColumns, MaterialColumns } from './columns.ts'

/** Several values in one text: lines, or steps joined by arrows. */
const parts = (value: string | null, separator: RegExp): string[] =>
  (value ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)

/** What is said in a unit that the table does not have keeps its number and its code. */
const duration = (
  amount: number | null,
  units: typeof codes.promisedUnits,
  unit: string | null,
  note: string | null,
) => (amount === null ? null : { amount, unit: units.name(unit), rawUnit: units.raw(unit), note })

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
  format === pdf ? ('ELECTRONIC_FILE' as const) : (codes.materialFormats.name(format) ?? codes.materialTypes.name(type))

/** `material_type` speaks only where `material_format` is silent. */
const rawFormOf = ({ material_format: format, material_type: type }: MaterialColumns) =>
  codes.materialFormats.raw(format) ?? codes.materialTypes.raw(type)

const material = (row: MaterialColumns, situations: Columns['situations']) => ({
  key: row.material_code,
  name: row.material_name,
  necessity: codes.necessities.name(row.is_need),
  rawNecessity: codes.necessities.raw(row.is_need),
  form: formOf(row),
  rawForm: rawFormOf(row),
  source: codes.materialSources.name(row.source_type),
  rawSource: codes.materialSources.raw(row.source_type),
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

/** No fee projects mean free only where the library says that the item is. */
const feesOf = ({ is_fee, fee_projects }: Columns) =>
  fee_projects.length === 0 && is_fee !== false ? null : fee_projects.map(fee)

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
  // The national table has no 全程网办; the library says it in a column of its own.
  onlineDepth: [
    ...codes.onlineDepths.names(row.online_handle_depth),
    ...(row.ext_is_all_online === true ? ['FULL_ONLINE' as const] : []),
  ],
  rawOnlineDepth: row.online_handle_depth.flatMap((code) => codes.onlineDepths.raw(code) ?? []),
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
  localCatalogCode: row.local_catalog_code,
  localTaskCode: row.local_task_code,
  sourceRowId: row.row_guid,
  dataSource: row.data_source,
  name: row.task_name,
  type: codes.itemTypes.name(row.task_type),
  rawType: codes.itemTypes.raw(row.task_type),
  state: codes.itemStates.name(row.task_state),
  rawState: codes.itemStates.raw(row.task_state),
  version: row.task_version,
  effectiveFrom: row.plan_effective_date,
  effectiveTo: row.plan_cancel_date,
  divisionCode: row.area_code.padEnd(12, '0'),
  agencyCode: row.dept_code,
  agencyName: row.dept_name,
  authority: authority(row),
  audience: row.server_type.length === 0 ? null : codes.audiences.names(row.server_type),
  processingType: codes.processingTypes.name(row.project_type),
  rawProcessingType: codes.processingTypes.raw(row.project_type),
  specialProcedure: codes.specialProcedures.name(row.special_procedure),
  timeLimit: {
    statutory: duration(row.anticipate_day, codes.statutoryUnits, row.anticipate_type, row.anticipate_explain),
    promised: duration(row.promise_day, codes.promisedUnits, row.promise_type, row.promise_explain),
  },
  channels: channels(row),
  visits: row.limit_scene_num,
  visitsNote: row.limit_scene_explain,
  handlingAreas: codes.handlingAreas.names(row.handle_area),
  places: place(row),
  process: parts(row.handle_flow, /→|->|\n/),
  conditions: parts(row.accept_condition, /\n/),
  commitmentAllowed: row.is_notify_promise,
  creditCommitment: row.credit_promise_type,
  isSecret: row.is_secret,
  fees: feesOf(row),
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
