import { expect, it } from 'vitest'
import { readOpeningHours } from './opening-hours.ts'

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
const daily = (days: readonly string[], ...spans: readonly [string, string][]) =>
  days.flatMap((day) => spans.map(([from, to]) => ({ day, from, to })))

it.each([
  ['周一至周五 08:30-12:00 14:00-17:30', daily(weekdays, ['08:30', '12:00'], ['14:00', '17:30'])],
  [
    '周一至周五 8:30-12:00;周六 09:00-12:00',
    [...daily(weekdays, ['08:30', '12:00']), ...daily(['SATURDAY'], ['09:00', '12:00'])],
  ],
  ['工作日 09:00-17:00(中午不休息)', daily(weekdays, ['09:00', '17:00'])],
  ['星期日、星期六 9:00~11:00', daily(['SUNDAY', 'SATURDAY'], ['09:00', '11:00'])],
  ['每天 00:00-23:59', daily([...weekdays, 'SATURDAY', 'SUNDAY'], ['00:00', '23:59'])],
  ['以窗口公告为准', []],
  ['', []],
])('reads %s', (text, hours) => {
  expect(readOpeningHours(text)).toEqual(hours)
})
