/** When a place is open on a day of the week; times are `HH:mm`. */
export interface Opening {
  readonly day: Weekday
  readonly from: string
  readonly to: string
}

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const
type Weekday = (typeof weekdays)[number]

const dayNumber = (name: string): number => '一二三四五六日'.indexOf(name === '天' ? '日' : name)
const spans = /(\d{1,2})[::](\d{2})\s*[-–—~~至到]\s*(\d{1,2})[::](\d{2})/g

/** `周一至周五`, `周六`, `工作日`, `每天` as days of the week. */
function daysOf(text: string): readonly Weekday[] {
  const [range, first = '', last = ''] =
    /(?:周|星期)([一二三四五六日天])\s*[-~至到]\s*(?:周|星期)?([一二三四五六日天])/.exec(text) ?? []
  if (range !== undefined) return weekdays.slice(dayNumber(first), dayNumber(last) + 1)
  if (text.includes('工作日')) return weekdays.slice(0, 5)
  if (/每[天日]|周一至周日/.test(text)) return weekdays
  return Array.from(
    text.matchAll(/(?:周|星期)([一二三四五六日天])/g),
    ([, name = '']) => weekdays[dayNumber(name)],
  ).flatMap((day) => day ?? [])
}

/**
 * Reads opening hours as halls write them: `周一至周五 08:30-12:00 14:00-17:30;周六 09:00-12:00`, `工作日 09:00-17:00`.
 * What cannot be read is left out; the text itself is shown beside it anyway.
 */
export const readOpeningHours = (text: string): Opening[] =>
  text.split(/[;;\n]/).flatMap((part) => {
    const times = Array.from(part.matchAll(spans), ([, hour = '', minute = '', toHour = '', toMinute = '']) => ({
      from: `${hour.padStart(2, '0')}:${minute}`,
      to: `${toHour.padStart(2, '0')}:${toMinute}`,
    }))
    // Each day once: a part that names days and times over and over would grow with the square of its length.
    return [...new Set(daysOf(part))].flatMap((day) => times.map((time) => ({ day, ...time })))
  })
