import { codeFields, decodeBy, type ProvincialItemCode, parseCreditCode, parseItemCode } from '@tongban/schema'
import { z } from 'zod'
import { labelOf } from '../labels.ts'
import type { ServiceItemInput } from '../record.ts'
import { refused, warned } from './remarks.ts'
import type { ImportRemark, Message } from './report.ts'

/** A row as provincial portals list their items: the code says much, the rest is short. */
const provincialRow = z.object({
  department: z.string().trim().min(1),
  name: z.string().trim().min(1),
  itemCode: z.string().trim().min(1),
  basicCode: z.string().trim().optional(),
  divisionCode: z
    .string()
    .trim()
    .regex(/^\d{12}$/),
  taskType: z.coerce.string().trim(),
  /** A key of another system: often no code of the agency at all, so it is not compared with one. */
  deptCode: z.coerce.string().trim().optional(),
  mainItem: z.string().trim().optional(),
})
type ProvincialRow = z.output<typeof provincialRow>

/** The table of types that these lists use. */
const table = { system: 'sichuan', tableVersion: '1' } as const

/** Whether a row has this layout. */
export const isProvincial = (fields: Readonly<Record<string, unknown>>): boolean =>
  'itemCode' in fields && 'taskType' in fields

/** What the layout says of an item, with remarks on what contradicts itself. */
export function fromProvincial(
  row: number,
  fields: Readonly<Record<string, unknown>>,
): { readonly item?: ServiceItemInput; readonly remarks: readonly ImportRemark[] } {
  const read = provincialRow.safeParse(fields)
  if (!read.success) return { remarks: read.error.issues.map((issue) => refusal(row, fields, issue)) }
  const { name: type } = decodeBy(codeFields.itemType, { ...table, code: read.data.taskType })
  if (type === undefined) return { remarks: [refused(row, 'taskType', 'VALUE_UNKNOWN', read.data.taskType)] }
  const code = provincialCode(read.data.itemCode)
  return { item: itemOf(read.data, type, code), remarks: contradictions(row, read.data, code) }
}

function refusal(row: number, fields: Readonly<Record<string, unknown>>, { path }: z.core.$ZodIssue): ImportRemark {
  const field = path.join('.')
  return refused(row, field, fields[field] === undefined || fields[field] === '' ? 'MISSING' : 'NOT_VALID')
}

function provincialCode(text: string): ProvincialItemCode | undefined {
  const { value } = parseItemCode(text)
  return value?.kind === 'PROVINCIAL' ? value : undefined
}

function itemOf(
  fields: ProvincialRow,
  type: ServiceItemInput['type'],
  code: ProvincialItemCode | undefined,
): ServiceItemInput {
  const agency = code?.agency ?? fields.deptCode ?? ''
  return {
    code: fields.itemCode,
    localTaskCode: fields.itemCode,
    // A provincial numbering that looks like the national one and is not.
    localCatalogCode: fields.basicCode ?? null,
    name: fields.name,
    mainItem: fields.mainItem && fields.mainItem !== '未分类' ? fields.mainItem : null,
    type,
    rawType: { ...table, code: fields.taskType },
    divisionCode: fields.divisionCode,
    // One code in a thousand has a lower-case check character; upper case makes it valid.
    agencyCode: parseCreditCode(agency).value?.code ?? (agency === '' ? null : agency),
    agencyName: fields.department,
  }
}

/** The type letter in a basic code, and the types that lists give it. Letters seen with several types are not judged. */
const typesOfLetter: Readonly<Record<string, string>> = {
  A: '1',
  B: '20',
  C: '20',
  E: '9',
  F: '7',
  G: '5',
  H: '8',
  J: '10',
  Z: '10',
}

/** How letter and field disagree, in words. */
function typeDetail(letter: string, usual: string, stated: string): Message {
  const nameOf = (code: string) => decodeBy(codeFields.itemType, { ...table, code }).name ?? '?'
  const zh = (code: string) => `${code}(${labelOf(nameOf(code))})`
  const en = (code: string) => `${code} (${nameOf(code)})`
  return {
    zh: `字母 ${letter} 通常对应 ${zh(usual)},字段为 ${zh(stated)}`,
    en: `${letter} usually means ${en(usual)}, the field says ${en(stated)}`,
  }
}

function contradictions(
  row: number,
  fields: ProvincialRow,
  code: ProvincialItemCode | undefined,
): readonly ImportRemark[] {
  const letter = /^\d*([A-Z])/.exec(fields.basicCode ?? '')?.[1]
  const usual = letter === undefined ? undefined : typesOfLetter[letter]
  return [
    ...(letter !== undefined && usual !== undefined && usual !== fields.taskType
      ? [warned(row, 'taskType', 'TYPE_MISMATCH', typeDetail(letter, usual, fields.taskType))]
      : []),
    ...(code && code.division.code !== fields.divisionCode
      ? [warned(row, 'divisionCode', 'DIVISION_MISMATCH', `${code.division.code} ≠ ${fields.divisionCode}`)]
      : []),
    ...(code && fields.basicCode && code.basicCode !== fields.basicCode
      ? [warned(row, 'basicCode', 'BASIC_CODE_MISMATCH', `${code.basicCode} ≠ ${fields.basicCode}`)]
      : []),
  ]
}
