import { TongbanError } from '../errors/index.ts'

/** Minutes of a day from midnight; `to` is not included. */
export interface OpenSpan {
  readonly from: number
  readonly to: number
}

/** When a hall works, by day of the week (1 = Monday). Days without spans are closed. */
export type OpeningHours = ReadonlyMap<number, readonly OpenSpan[]>

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/**
 * Reads opening hours such as `mon-fri 08:30-12:00 14:00-17:30`; several groups are separated by `;`.
 *
 * @throws TongbanError `TB_INVALID_INPUT` naming the group that cannot be read
 */
export function parseOpeningHours(text: string): OpeningHours {
  return new Map(text.split(';').flatMap((group) => readGroup(group.trim())))
}

function readGroup(group: string): [number, readonly OpenSpan[]][] {
  const [days = '', ...times] = group.split(/\s+/)
  const weekdays = readDays(days)
  const spans = times.map(readSpan)
  const ordered = spans.every((span, index) => span.from >= (spans[index - 1]?.to ?? 0) && span.from < span.to)
  if (weekdays.length === 0 || spans.length === 0 || !ordered) {
    const detail = `"${group}"; e.g. mon-fri 08:30-12:00 14:00-17:30`
    throw new TongbanError('TB_INVALID_INPUT', { field: 'opening', detail })
  }
  return weekdays.map((weekday) => [weekday, spans])
}

function readDays(text: string): number[] {
  const [first = '', last = first] = text.split('-')
  const [from, to] = [dayNames.indexOf(first) + 1, dayNames.indexOf(last) + 1]
  return from === 0 || to < from ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** A span that cannot be read comes back empty, which the caller refuses. */
function readSpan(text: string): OpenSpan {
  const [, h1, m1, h2, m2] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text) ?? []
  const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
  return to <= 1440 ? { from, to } : { from: 0, to: 0 }
}

/** The spans of a day. A worked Saturday or Sunday without hours of its own keeps those of the first open day. */
export function spansOf(hours: OpeningHours, weekday: number): readonly OpenSpan[] {
  return hours.get(weekday) ?? [...hours].sort(([a], [b]) => a - b)[0]?.[1] ?? []
}
