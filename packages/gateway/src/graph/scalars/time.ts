import { defineScalar, InvalidValueError } from './scalar.ts'
import { readText } from './text.ts'

const invalidDate = () =>
  new InvalidValueError({ zh: '应为存在的日期,格式 YYYY-MM-DD', en: 'expected an existing day, YYYY-MM-DD' })

/** `Date.parse` accepts 30 February and moves it to March; writing it again shows the difference. */
function readDate(input: unknown): string {
  const text = readText(input)
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) throw invalidDate()
  const instant = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(text)) throw invalidDate()
  return text
}

export const date = defineScalar<string>({ name: 'Date', read: readDate })

const invalidInstant = () =>
  new InvalidValueError({
    zh: '应为带时区的时间,例如 2026-03-01T09:00:00+08:00',
    en: 'expected an instant with offset, for example 2026-03-01T09:00:00+08:00',
  })

// RFC 3339 §5.6, upper case. Without an offset the instant would depend on the machine, so one is required.
const instantShape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const shanghaiMs = 8 * 3_600_000

/** An instant as it leaves: Asia/Shanghai has been +08:00 without summer time since 1991. */
function inShanghai(instant: Date): string {
  const text = new Date(instant.getTime() + shanghaiMs).toISOString()
  return `${text.slice(0, 19)}${text.endsWith('.000Z') ? '' : text.slice(19, 23)}+08:00`
}

function readDateTime(input: unknown): string {
  const text = readText(input)
  const day = instantShape.exec(text)?.[1]
  if (day === undefined) throw invalidInstant()
  try {
    readDate(day)
  } catch {
    throw invalidInstant()
  }
  return inShanghai(new Date(text))
}

function writeDateTime(value: unknown): string {
  const instant = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN)
  if (Number.isNaN(instant.getTime())) throw new TypeError('DateTime cannot be written from this value')
  return inShanghai(instant)
}

export const dateTime = defineScalar<string>({ name: 'DateTime', read: readDateTime, write: writeDateTime })

export const localTime = defineScalar<string>({
  name: 'LocalTime',
  read(input) {
    const text = readText(input)
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
    throw new InvalidValueError({ zh: '应为 HH:mm', en: 'expected HH:mm' })
  },
})
