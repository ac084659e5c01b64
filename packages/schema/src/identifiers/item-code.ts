import { type Check, invalid, reason, usable } from './check.ts'
import {
  type CatalogueCode,
  type HandlingItemCode,
  parseCatalogueCode,
  parseHandlingItemCode,
  parseTaskCode,
  type TaskCode,
} from './national-item-code.ts'
import { type ProvincialItemCode, parseProvincialItemCode } from './provincial-item-code.ts'
import type { ReasonCode } from './reasons.ts'

/** A code of a local scheme, kept as it came. */
export interface LocalItemCode {
  readonly kind: 'LOCAL'
  readonly code: string
  /** The published local scheme it looks like. A likeness, not a proof: never take the code apart by it. */
  readonly scheme: 'GUIZHOU' | 'GANSU' | 'HUBEI' | 'UNKNOWN'
}

/** Any code of a service item. */
export type ItemCode = CatalogueCode | TaskCode | HandlingItemCode | ProvincialItemCode | LocalItemCode

/** Longest local code of the national exchange (`local_task_code`), with room for the longest seen (55). */
const maxLength = 64

/** Letters and digits of any script (some schemes use 甲乙), and the joints seen between them. */
const writable = /^[\p{L}\p{N}._/()（）〔〕-]+$/u

/**
 * Reads a code of a service item, whatever its scheme. What has the form of a national code (12, 31 or 33 characters)
 * must hold as one; a provincial code is read from the right; everything else is kept as a local code with a
 * warning, because old local schemes are everywhere and none can be checked.
 */
export function parseItemCode(input: string): Check<ItemCode> {
  const code = input.trim()
  if (code === '' || code.length > maxLength) return invalid(reason('LENGTH', 'code'))
  if (!writable.test(code)) return invalid(reason('CHARACTERS', 'code'))
  return (
    parseNational(code) ?? parseProvincialItemCode(code) ?? usable(local(code), [reason(localRemark(code), 'code')])
  )
}

/** The canonical form: the code as its scheme writes it. */
export const formatItemCode = ({ code }: ItemCode): string => code

function parseNational(code: string): Check<ItemCode> | undefined {
  if (/^\d{12}$/.test(code)) return parseCatalogueCode(code)
  if (/^[0-9A-Z]{18}\d{13}$/.test(code)) return parseTaskCode(code)
  return /^[0-9A-Z]{18}\d{15}$/.test(code) ? parseHandlingItemCode(code) : undefined
}

/** Published layouts: DB52/T 1264-2018 (Guizhou), a Gansu county form, the Hubei 16-digit rule. */
const schemes = [
  ['GUIZHOU', /^[A-Z]{2}\d{8}$/],
  ['GANSU', /^\d{8}[A-Z]{2}-[A-Z]{2}-\d{4}$/],
  ['HUBEI', /^\d{16}$/],
] as const

const local = (code: string): LocalItemCode => ({
  kind: 'LOCAL',
  code,
  scheme: schemes.find(([, shape]) => shape.test(code))?.[0] ?? 'UNKNOWN',
})

/** `E-000004-001-11511301008778386B`: a basic code and an agency, the four parts between and after them lost. */
const localRemark = (code: string): ReasonCode =>
  /^[A-Z]-\d{6}-\d{3,4}-[0-9A-Z]+$/.test(code) ? 'PROVINCIAL_PARTS_MISSING' : 'LOCAL_FORM'
