import * as codes from './codes.ts'
import { type ItemRows, list } from './item-rows.ts'
import type { MaterialRow } from './rows.ts'
import { situationKey } from './situations.ts'

/** `page_format`: 1 A4, 2 A3, or words. */
const pageFormats: Readonly<Record<string, string | undefined>> = { '1': 'A4', '2': 'A3' }

/** A material, with the situations in which it is asked for. */
export function materialOf(row: MaterialRow, { materialConditions }: ItemRows) {
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
