import { describe, expect, it } from 'vitest'
import { readDate, readExpiry } from './source-date.ts'

describe('a date in a payload', () => {
  it.each([
    '2021-11-12 00:00:00',
    '2021-11-12',
    '2021年11月12日',
    '20211112',
    '2021/11/12',
    '2021-11-12T08:00:00',
    ' 2021-11-12 ',
  ])('%j is 12 November 2021', (text) => expect(readDate(text)).toBe('2021-11-12'))

  it('may leave out zeros', () => expect(readDate('2024年3月1日')).toBe('2024-03-01'))

  it.each([
    '',
    '长期',
    '2021-11-31',
    '20211331',
    '12/11/2021',
    '2021-11-12T20:00:00Z',
    '2021-11-12T20:00:00+08:00',
    '202111',
  ])('%j is no day', (text) => expect(readDate(text)).toBeUndefined())
})

describe('the end of a validity', () => {
  it.each([
    ['2030年01月02日', { kind: 'ON', date: '2030-01-02' }],
    ['长期', { kind: 'NEVER' }],
    ['2099-12-31', { kind: 'NEVER' }],
    ['2099/12/31', { kind: 'NEVER' }],
    ['', { kind: 'UNSTATED' }],
    ['见附件', { kind: 'UNREADABLE' }],
  ])('%j is %o', (text, expected) => expect(readExpiry(text)).toEqual(expected))
})
