import { z } from 'zod'
import { readBase64 } from './base64.ts'
import { type DateReading, readDate, readInstant } from './dates.ts'
import { type MoneyUnit, readDecimal, readMoney } from './decimals.ts'
import { halfWidth, isNothing } from './nothing.ts'

type Scalar = string | number

/** A field that may be nothing; what is there is read by `read`, and refused with its path when `read` cannot. */
const optional = <Value>(expected: string, read: (value: Scalar) => Value | undefined) =>
  z
    .unknown()
    .optional()
    .transform((value, context): Value | null => {
      if (isNothing(value)) return null
      const found = typeof value === 'string' || typeof value === 'number' ? read(value) : undefined
      if (found !== undefined) return found
      // The message names what was expected and never what was found.
      context.addIssue({ code: 'custom', message: `expected ${expected}` })
      return z.NEVER
    })

const present = <Value>(expected: string, read: (value: Scalar) => Value | undefined) =>
  optional(expected, read).transform((value, context): Value => {
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: `expected ${expected}, found nothing` })
    return z.NEVER
  })

/** Numbers beyond 2^53 have lost digits before we saw them, and `1e999` is no number at all. NUL is what databases cannot keep. */
const exactText = (value: Scalar): string | undefined => {
  if (typeof value === 'string') return value.replaceAll('\0', '').trim()
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value)) ? String(value) : undefined
}

const readWhole = (value: Scalar): number | undefined => {
  const text = halfWidth(String(value)).trim()
  const whole = /^-?\d+(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(whole) ? whole : undefined
}

const yes = /^(?:1|true|y|yes|是)$/i
const no = /^(?:0|false|n|no|否)$/i
const readFlag = (value: Scalar): boolean | undefined => {
  const text = halfWidth(String(value)).trim()
  return yes.test(text) ? true : no.test(text) ? false : undefined
}

const dayOf = (reading: DateReading | null): string | null => (reading && 'day' in reading ? reading.day : null)

/**
 * Fields as departmental systems write them: every spelling of nothing is `null`, numbers come as strings and strings as
 * numbers, dates in a dozen spellings. Each is a Zod schema, so that a reply that cannot be read names the path.
 *
 * @example
 * const row = z.object({ task_name: field.required, promise_day: field.whole, plan_cancel_date: field.day, materials: field.list(material) })
 */
export const field = {
  /** Text, trimmed. */
  text: optional('text', exactText),
  /** Text that must be there. */
  required: present('text', exactText),
  /** A whole number. */
  whole: optional('a whole number', readWhole),
  /** An exact decimal number, as text. */
  decimal: optional('a decimal number', readDecimal),
  /** An amount of money in a unit. */
  money: (unit: MoneyUnit) => optional(`an amount in ${unit}`, (value) => readMoney(value, unit)),
  /** A day; null also for "no end". */
  day: optional('a date', readDate).transform(dayOf),
  /** A day, or that there is no end. */
  ending: optional('a date', readDate),
  /** An instant. */
  instant: optional('a time', readInstant),
  /** An instant that must be there. */
  requiredInstant: present('a time', readInstant),
  /** 1 / 0, true / false, 是 / 否. */
  flag: z.preprocess((value) => (typeof value === 'boolean' ? String(value) : value), optional('yes or no', readFlag)),
  /** An identifier such as a document number: blanks anywhere and full-width characters are the writer's, capitals are equal. */
  identifier: optional('an identifier', (value) => {
    const text = exactText(value)
    return text === undefined ? undefined : halfWidth(text).replaceAll(/\s/g, '').toUpperCase()
  }),
  /** Hexadecimal digits in lower case, whatever case they come in. */
  hex: optional('hexadecimal digits', (value) => {
    const text = halfWidth(String(value)).trim().toLowerCase()
    return /^(?:[0-9a-f]{2})+$/.test(text) ? text : undefined
  }),
  /** A file as Base64, at most so many bytes. */
  file: (maxBytes: number) =>
    optional(`Base64 of at most ${maxBytes} bytes`, (value) => readBase64(String(value), maxBytes)),
  /** Several codes in one text, `1^2^3` unless told otherwise. */
  codes: (separator: string | RegExp = '^') =>
    optional('text', exactText).transform((text) =>
      (text ?? '')
        .split(separator)
        .map((code) => code.trim())
        .filter(Boolean),
    ),
  /** A list; nothing is an empty one, and a single row (as XML has it) a list of one. */
  list: <Row extends z.ZodType>(row: Row) =>
    z.preprocess((value) => (isNothing(value) ? [] : Array.isArray(value) ? value : [value]), z.array(row)),
  /** An object, or null for every spelling of nothing. */
  object: <Shape extends z.ZodType>(shape: Shape) =>
    z.preprocess((value) => (isNothing(value) ? null : value), shape.nullable()),
} as const

/** The same rows once each: duplicated rows are a known habit. The last one counts. */
export const distinctBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values(),
]
