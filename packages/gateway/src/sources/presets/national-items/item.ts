import type { ServiceItemInput } from '../../../domains/items/record.ts'
import * as codes from './codes.ts'
import { channelsOf, divisionOf, feesOf, type Place, placesOf } from './handling.ts'
import { type ItemRows, inOrder, list } from './item-rows.ts'
import { materialOf } from './material.ts'
import { codeOf } from './rows.ts'
import { situationsOf } from './situations.ts'
import { timeLimitOf } from './time-limit.ts'

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
    timeLimit: timeLimitOf(basic, local),
    channels: channelsOf(rows),
    visits: basic.limit_scene_num !== null && basic.limit_scene_num >= 0 ? basic.limit_scene_num : null,
    visitsNote: extend?.limit_scene_explain ?? null,
    places: placesOf(basic),
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
