import { parseDivisionCode, parseItemCode } from '@tongban/schema'
import type { z } from 'zod'
import { serviceItemRecord } from '../record.ts'
import { columnOf, fromFlat } from './flat.ts'
import { fromProvincial, isProvincial } from './provincial.ts'
import { fromReason, refused } from './remarks.ts'
import type { ImportRemark, JudgedRow } from './report.ts'
import type { FileRow, ImportFormat } from './rows.ts'

type Fields = Readonly<Record<string, unknown>>

/** Judges a row: whether it can be imported, and everything there is to say about it. */
export function judgeRow(read: FileRow, format: ImportFormat): JudgedRow {
  const { row } = read
  if ('problem' in read) return { row, remarks: [read.problem] }
  if (!isProvincial(read.fields)) {
    const flat = format !== 'jsonl'
    return judgeItem(
      row,
      flat ? fromFlat(read.fields) : withFullDivision(read.fields),
      flat ? headersOf(read.fields) : {},
    )
  }
  const { item, remarks } = fromProvincial(row, read.fields)
  if (item === undefined) return { row, remarks }
  const judged = judgeItem(row, item, { code: 'itemCode' })
  return { ...judged, remarks: [...judged.remarks, ...remarks] }
}

/** How the file calls the fields, so that a remark names what people see. */
const headersOf = (fields: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(fields).map((header) => [columnOf(header) ?? header, header]))

/** Our own layout promises 12 digits; 6 or 9 are read as well. */
function withFullDivision(fields: Fields): Fields {
  const { divisionCode } = fields
  const check = typeof divisionCode === 'string' ? parseDivisionCode(divisionCode) : undefined
  return check?.value ? { ...fields, divisionCode: check.value.code } : fields
}

function judgeItem(row: number, item: object, headers: Readonly<Record<string, string>>): JudgedRow {
  const parsed = serviceItemRecord.safeParse(item)
  if (!parsed.success)
    return { row, remarks: parsed.error.issues.map((issue) => shapeRemark(row, item, issue, headers)) }
  const remarks = identifierRemarks(row, parsed.data, headers)
  if (remarks.some(({ severity }) => severity === 'REFUSED')) return { row, remarks }
  return { row, record: parsed.data, remarks }
}

function shapeRemark(
  row: number,
  item: object,
  { code, path }: z.core.$ZodIssue,
  headers: Readonly<Record<string, string>>,
): ImportRemark {
  const [first = ''] = path.map(String)
  const missing = path.length === 1 && !(first in item)
  const field = headers[columnNames[path.join('.')] ?? first] ?? path.join('.')
  return refused(row, field, missing ? 'MISSING' : code === 'invalid_value' ? 'VALUE_UNKNOWN' : 'NOT_VALID')
}

/** Flat columns whose name is not that of the field they fill. */
const columnNames: Readonly<Record<string, string>> = {
  divisionCode: 'division',
  'timeLimit.statutory.amount': 'statutoryDays',
  'timeLimit.promised.amount': 'promisedDays',
}

function identifierRemarks(
  row: number,
  { code, divisionCode }: { readonly code: string; readonly divisionCode: string },
  headers: Readonly<Record<string, string>>,
): readonly ImportRemark[] {
  const item = parseItemCode(code)
  const division = parseDivisionCode(divisionCode)
  const severity = item.status === 'invalid' ? 'REFUSED' : 'WARNED'
  return [
    ...item.reasons.map((reason) => fromReason(severity, row, headers.code ?? 'code', reason)),
    ...division.reasons.map((reason) => fromReason('WARNED', row, headers.division ?? 'divisionCode', reason)),
  ]
}
