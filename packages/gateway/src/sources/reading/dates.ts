import { halfWidth } from './nothing.ts'

/** A moment as written by a source in Asia/Shanghai: a day, and a time of day when one was written. */
interface Written {
  readonly day: string
  readonly time: string | null
}

/** What a date field says: a day, or that there is no end (长期). */
export type DateReading = { readonly day: string } | { readonly openEnded: true }

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const two = (digits: string | undefined): string => (digits ?? '0').padStart(2, '0')

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day
}

const written = (year: string, month: string, day: string, time: string | null): Written | undefined => {
  const date = `${year}-${two(month)}-${two(day)}`
  if (!isDay(date) || (time !== null && !/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time))) return undefined
  return { day: date, time }
}

/** Hours of the day that each part of it may mean. 12 o'clock at night or in the morning may be noon or midnight: no hour. */
const partsOfDay: Readonly<Record<string, readonly [first: number, last: number]>> = {
  '': [0, 23],
  凌晨: [0, 5],
  早上: [5, 10],
  上午: [0, 11],
  AM: [0, 11],
  中午: [11, 14],
  下午: [12, 23],
  PM: [12, 23],
  晚上: [17, 23],
}

/** The one hour of the part of the day that is written like this, on a clock of 12 or 24 hours. */
function hourOf(part: string, written: number): number | undefined {
  const [first, last] = partsOfDay[part.toUpperCase()] ?? [24, 24]
  const hours = part === '' ? [written] : [written, written + 12]
  return hours.find((hour) => hour >= first && hour <= last)
}

/** `9时30分`, `下午2:05`, `09:30:00` as `HH:mm:ss`; null when there is no time. */
function timeOf(text: string): string | null | undefined {
  if (text === '') return null
  const match =
    /^(凌晨|早上|上午|中午|下午|晚上|[AaPp][Mm])?\s*(\d{1,2})[:时点](\d{1,2})?分?(?::?(\d{1,2})秒?)?(?:\.\d+)?$/.exec(
      text,
    )
  if (!match) return undefined
  const [, part = '', written = '', minute, second] = match
  const hour = hourOf(part, Number(written))
  return hour === undefined ? undefined : `${two(String(hour))}:${two(minute)}:${two(second)}`
}

/** Spellings of Asia/Shanghai times, each with its groups: year, month, day, rest. */
const spellings = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(.*))?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日\s*(.*)$/,
]

const compact = /^(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(?:(\d{2})(?:\d{3})?)?$/
const oracle = /^(\d{1,2})-([A-Za-z]{3}|\d{1,2}月)\s*-(\d{2}|\d{4})$/

const epoch = (text: string): Written => {
  const ms = text.length === 10 ? Number(text) * 1_000 : Number(text)
  return fromInstant(new Date(ms))
}

const fromInstant = (at: Date): Written => {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString()
  return { day: local.slice(0, 10), time: local.slice(11, 19) }
}

const fromOracle = ([, day = '', name = '', year = '']: RegExpExecArray): Written | undefined => {
  const month = name.endsWith('月') ? Number.parseInt(name, 10) : months.indexOf(name.toUpperCase()) + 1
  // Oracle's RR format: 50–99 is the last century.
  const full = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`
  return written(full, String(month), day, null)
}

function readWritten(value: string | number): Written | undefined {
  const text = halfWidth(String(value)).trim()
  if (/^(?:1\d{9}|1\d{12})$/.test(text)) return epoch(text)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? undefined : fromInstant(at)
  }
  const packed = compact.exec(text)
  if (packed) {
    const [, year = '', month = '', day = '', hour, minute, second] = packed
    return written(year, month, day, `${hour}:${minute}:${second ?? '00'}`)
  }
  const inOracle = oracle.exec(text)
  if (inOracle) return fromOracle(inOracle)
  for (const spelling of spellings) {
    const [found, year = '', month = '', day = '', rest = ''] = spelling.exec(text) ?? []
    if (found === undefined) continue
    const time = timeOf(rest.trim())
    return time === undefined ? undefined : written(year, month, day, time)
  }
  return undefined
}

/** What systems with a date column write for 长期. */
const endlessDays: ReadonlySet<string> = new Set(['2099-12-31', '9999-12-31'])
const endless = /^(?:长期|长期有效|永久|永久有效|无固定期限)$/

/**
 * Reads a day in any spelling of departmental systems, Asia/Shanghai: `20211231`, `20211231T235959`, `20211231235959`,
 * `2021-12-31 00:00:00`, `2021/12/31`, `2021年12月31日`, Oracle `31-DEC-21`, epoch seconds and milliseconds. `长期` and
 * its stand-ins, the last days of the years 2099 and 9999, mean "no end".
 *
 * @returns undefined when it is none of these, or no day that exists
 */
export function readDate(value: string | number): DateReading | undefined {
  if (endless.test(String(value).trim())) return { openEnded: true }
  const found = readWritten(value)
  if (!found) return undefined
  return endlessDays.has(found.day) ? { openEnded: true } : { day: found.day }
}

/**
 * Reads an instant in any of the same spellings and writes it as `YYYY-MM-DDTHH:mm:ss+08:00`; a day alone is its midnight.
 *
 * @returns undefined when it is none of these
 */
export function readInstant(value: string | number): string | undefined {
  const found = readWritten(value)
  return found && `${found.day}T${found.time ?? '00:00:00'}+08:00`
}

/** `20261121211200`: the compact spelling that many systems want to receive, in Asia/Shanghai. */
export const compactTime = (at: Date): string => {
  const { day, time } = fromInstant(at)
  return `${day}${time}`.replaceAll(/\D/g, '')
}
