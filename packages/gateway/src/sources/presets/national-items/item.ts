import type { ServiceItemInput } from '../../../domains/items/record.ts'
import * as codes from './codes.ts'
import type { NationalItemsOptions } from './options.ts'
import {
  type BasicRow,
  type ConditionRow,
  codeOf,
  type ExtendRow,
  type FeeRow,
  type MaterialConditionRow,
  type MaterialRow,
  type QuestionRow,
} from './rows.ts'

/** What is known of one item; null: the table is not read. */
export interface ItemRows {
  readonly basic: BasicRow
  readonly extend: ExtendRow | null
  readonly materials: readonly MaterialRow[] | null
  readonly fees: readonly FeeRow[] | null
  readonly questions: readonly QuestionRow[]
  readonly conditions: readonly ConditionRow[] | null
  readonly materialConditions: readonly MaterialConditionRow[]
}

/** The tables have one list of situations and no questions; this one stands above them. */
const situationKey = 'condition'

const inOrder = <Row extends { readonly order_num: number | null }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => (one.order_num ?? 0) - (other.order_num ?? 0))
const list = (text: string | null): string[] => (text === null ? [] : [text])

type Duration = NonNullable<NonNullable<ServiceItemInput['timeLimit']>['statutory']>
const duration = (
  amount: number | null,
  unit: string | null,
  note: string | null,
  table: codes.LocalCodes['statutory'],
) =>
  amount === null || amount < 0
    ? null
    : ({ amount, unit: table.name(unit), rawUnit: table.raw(unit), note } satisfies Duration)

/** `page_format`: 1 A4, 2 A3, or words. */
const pageFormats: Readonly<Record<string, string | undefined>> = { '1': 'A4', '2': 'A3' }

function materialOf(row: MaterialRow, { materialConditions }: ItemRows) {
  const { material_format, material_type, is_need, source_type, page_format } = row
  const [forms, form] =
    material_format === null ? [codes.materialTypes, material_type] : [codes.materialFormats, material_format]
  return {
    key: row.row_guid,
    name: row.material_name,
    necessity: codes.necessities.name(is_need),
    rawNecessity: codes.necessities.raw(is_need),
    form: forms.name(form),
    rawForm: forms.raw(form),
    source: codes.materialSources.name(source_type),
    rawSource: codes.materialSources.raw(source_type),
    copies: row.page_num,
    formats: list(page_format === null ? null : (pageFormats[page_format] ?? page_format)),
    standard: row.accept_stand,
    guidance: row.fill_explain,
    basis: row.by_law,
    blankForm: row.form_guid,
    sample: row.example_guid,
    situations: materialConditions
      .filter(({ material_guid }) => material_guid === row.row_guid)
      .map(({ condition_guid: option }) => ({ question: situationKey, option })),
  }
}

const situationsOf = (conditions: readonly ConditionRow[]) =>
  conditions.length === 0
    ? []
    : [
        {
          key: situationKey,
          question: '办理情形',
          options: inOrder(conditions).map(({ row_guid: value, condition_name: label }) => ({
            value,
            label,
            next: null,
          })),
        },
      ]

const feesOf = ({ basic, fees }: ItemRows) =>
  basic.is_fee === false
    ? []
    : fees &&
      inOrder(fees).map((fee) => ({ name: fee.fee_name, formula: fee.fee_stand, basis: fee.by_law ?? basic.fee_basis }))

const channelsOf = ({ basic, extend }: ItemRows): NonNullable<ServiceItemInput['channels']> => ({
  handling: codes.channels.names(basic.handle_type),
  onlineDepth: codes.onlineDepths.names(extend?.online_handle_depth ?? []),
  rawOnlineDepth: (extend?.online_handle_depth ?? []).flatMap((code) => codes.onlineDepths.raw(code) ?? []),
  onlineUrl: extend?.online_handle_url ?? basic.link_addr,
  mobileUrl: basic.mobile_terminal_url,
  bookable: extend?.is_schedule ?? null,
  payableOnline: extend?.is_pay_online ?? null,
  courier: extend?.is_express ?? null,
  inServiceHall: extend?.is_entry_center ?? null,
  terminal: extend?.is_service_terminals ?? null,
})

/** What the place says that the tables do not. */
type Place = Pick<NationalItemsOptions, 'division'>

const twelve = (code: string | null | undefined): string | null => (/^\d{12}$/.test(code ?? '') ? (code ?? null) : null)

/** Where the item is handled: the village or township it names, else what the place says of all. */
const divisionOf = ({ basic, extend }: ItemRows, { division }: Place): string | null =>
  twelve(extend?.village_code) ??
  twelve(extend?.town_code) ??
  (typeof division === 'string' ? division : division(basic, extend))

/** An item out of its rows; null without a division. Codes of tables that are not known stay raw. */
export function itemOf(rows: ItemRows, local: codes.LocalCodes, place: Place): ServiceItemInput | null {
  const { basic, extend, materials, conditions } = rows
  const divisionCode = divisionOf(rows, place)
  if (divisionCode === null) return null
  return {
    code: codeOf(basic),
    catalogCode: basic.catalog_code,
    taskCode: basic.task_code,
    handlingItemCode: basic.task_handle_item,
    localCatalogCode: basic.local_catalog_code,
    localTaskCode: basic.local_task_code,
    sourceRowId: basic.row_guid,
    dataSource: basic.data_source,
    name: basic.task_name,
    type: codes.itemTypes.name(basic.task_type),
    rawType: codes.itemTypes.raw(basic.task_type),
    state: local.state.name(basic.task_state),
    rawState: local.state.raw(basic.task_state),
    version: basic.task_version,
    effectiveFrom: basic.plan_effective_date,
    effectiveTo: basic.plan_cancel_date,
    divisionCode,
    agencyCode: basic.dept_code,
    agencyName: basic.dept_name,
    authority: {
      kind: codes.authorityKinds.name(basic.dept_type),
      entrustedBy: basic.entrust_name,
      level: codes.exerciseLevels.name(basic.use_level),
      basis: list(basic.by_law),
      jointAgencies: extend?.other_dept ?? [],
    },
    audience: codes.audiences.names(basic.server_type),
    processingType: codes.processingTypes.name(basic.project_type),
    rawProcessingType: codes.processingTypes.raw(basic.project_type),
    specialProcedure: codes.specialProcedures.name(basic.special_procedure),
    timeLimit: {
      statutory: duration(basic.anticipate_day, basic.anticipate_type, basic.anticipate_explain, local.statutory),
      promised: duration(basic.promise_day, basic.promise_type, basic.promise_explain, local.promised),
    },
    channels: channelsOf(rows),
    visits: basic.limit_scene_num !== null && basic.limit_scene_num >= 0 ? basic.limit_scene_num : null,
    visitsNote: extend?.limit_scene_explain ?? null,
    places:
      basic.transact_addr === null
        ? []
        : [
            {
              name: basic.dept_name ?? basic.transact_addr,
              address: basic.transact_addr,
              telephone: basic.link_way,
              hours: basic.transact_time,
            },
          ],
    process: list(basic.handle_flow),
    conditions: list(basic.accept_condition),
    intermediaryServices: extend?.service_type ?? [],
    fees: feesOf(rows),
    results: list(extend?.result_name ?? null).map((name) => ({ name, sample: extend?.result_guid ?? null })),
    situations: conditions && situationsOf(conditions),
    materials: materials && inOrder(materials).map((row) => materialOf(row, rows)),
    faqs: inOrder(rows.questions).map(({ question, answer }) => ({ question, answer })),
  }
}
