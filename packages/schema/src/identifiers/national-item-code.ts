import { isProvince } from '../divisions/index.ts'
import { type Check, invalid, type Reason, reason, usable, within } from './check.ts'
import { type CreditCode, parseCreditCode } from './credit-code.ts'

/** A 基本编码 (catalogue code): what an errand is, whoever handles it. */
export interface CatalogueCode {
  readonly kind: 'CATALOGUE'
  /** 12 digits. */
  readonly code: string
  /** `00` national, otherwise the first two digits of a province. */
  readonly source: string
  /** Two digits of GB/T 39046 table A.1, such as `01`. */
  readonly itemType: string
  readonly field: string
  readonly mainItem: string
  /** `000` when the main item has no sub-items. */
  readonly subItem: string
}

/** A 实施编码 (task code): how one body handles a catalogue item. */
export interface TaskCode {
  readonly kind: 'TASK'
  /** 31 characters. */
  readonly code: string
  readonly agency: CreditCode
  /** One digit of GB/T 39046 table A.2. */
  readonly level: string
  readonly catalogue: CatalogueCode
}

/** A 业务办理项编码 (handling-item code): the concrete thing a citizen picks. */
export interface HandlingItemCode {
  readonly kind: 'HANDLING_ITEM'
  /** 33 characters. */
  readonly code: string
  readonly task: TaskCode
  /** Two digits. */
  readonly sequence: string
}

/** Reads a 12-digit catalogue code: source 2, item type 2, field 2, main item 3, sub-item 3. */
export function parseCatalogueCode(input: string): Check<CatalogueCode> {
  const code = input.trim()
  if (code.length !== 12) return invalid(reason('LENGTH', 'catalogue'))
  const [, source = '', itemType = '', field = '', mainItem = '', subItem = ''] =
    /^(\d\d)(\d\d)(\d\d)(\d{3})(\d{3})$/.exec(code) ?? []
  if (source === '') return invalid(reason('CHARACTERS', 'catalogue'))
  if (itemType === '99') return invalid(reason('ITEM_TYPE_UNKNOWN', 'itemType'))
  const value: CatalogueCode = { kind: 'CATALOGUE', code, source, itemType, field, mainItem, subItem }
  return usable(value, catalogueRemarks(value))
}

/** Table A.1 leaves 11–19 and everything from 21 free for extension; 00 is only the parent of 01–10. */
function catalogueRemarks({ source, itemType }: CatalogueCode): Reason[] {
  const listed = /^(0[1-9]|10|20)$/.test(itemType)
  return [
    ...(source === '00' || isProvince(source) ? [] : [reason('CATALOGUE_SOURCE_UNKNOWN', 'source')]),
    ...(listed ? [] : [reason('ITEM_TYPE_EXTENSION', 'itemType')]),
  ]
}

/** Reads a 31-character task code: credit code 18, exercise level 1, catalogue code 12. */
export function parseTaskCode(input: string): Check<TaskCode> {
  const code = input.trim()
  if (code.length !== 31) return invalid(reason('LENGTH', 'task'))
  const agency = parseCreditCode(code.slice(0, 18))
  if (agency.status === 'invalid') return invalid(reason('CREDIT_CODE', 'agency'), ...within('agency', agency.reasons))
  const level = code.charAt(18)
  if (!/[1-7]/.test(level)) return invalid(reason('LEVEL_UNKNOWN', 'level'))
  const catalogue = parseCatalogueCode(code.slice(19))
  if (catalogue.status === 'invalid') return catalogue
  const value: TaskCode = { kind: 'TASK', code, agency: agency.value, level, catalogue: catalogue.value }
  return usable(value, [...within('agency', agency.reasons), ...catalogue.reasons])
}

/** Reads a 33-character handling-item code: task code 31 and a 2-digit sequence. */
export function parseHandlingItemCode(input: string): Check<HandlingItemCode> {
  const code = input.trim()
  if (code.length !== 33) return invalid(reason('LENGTH', 'handlingItem'))
  const sequence = code.slice(31)
  if (!/^\d\d$/.test(sequence)) return invalid(reason('CHARACTERS', 'sequence'))
  const task = parseTaskCode(code.slice(0, 31))
  if (task.status === 'invalid') return task
  return usable({ kind: 'HANDLING_ITEM', code, task: task.value, sequence }, task.reasons)
}
