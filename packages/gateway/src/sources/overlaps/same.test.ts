import { expect, it } from 'vitest'
import { same, saysNothing } from './same.ts'

it.each([
  ['blanks around and inside', ' 绍兴市  政务 ', '绍兴市 政务'],
  ['full width', '(0575)88', '(0575)88'],
  ['dates with other marks', '2020-01-01', '2020年1月1日'],
  ['a bare date beside a written one', '20200101', '2020/01/01'],
  ['midnight and the day', '2020-01-01 00:00:00', '2020-01-01'],
  ['no end', '长期', '2099-12-31'],
  ['middle dots', '阿卜杜·热合曼', '阿卜杜•热合曼'],
  ['a half-width katakana dot', '阿卜杜·热合曼', '阿卜杜・热合曼'],
  ['a number and its digits', 7, '7'],
  ['nothing in two spellings', '', null],
  ['parts of a list', ['a ', { day: '2020-01-01' }], ['a', { day: '2020.01.01' }]],
  ['fields in another order and blank ones', { a: 1, b: 2, c: null }, { b: 2, a: 1 }],
])('takes %s for the same', (_what, one, other) => {
  expect(same(one, other)).toBe(true)
  expect(same(other, one)).toBe(true)
})

it.each([
  ['other words', '已婚', '未婚'],
  ['other days', '2020-01-01', '2020-01-02'],
  ['another time of the same day', '2020-01-01 08:00:00', '2020-01-01'],
  ['digits that are no date', '20200101', '20200102'],
  ['something and nothing', '已婚', ''],
  ['lists of other length', ['a'], ['a', 'b']],
  ['a list and a text', ['a'], 'a'],
])('takes %s for different', (_what, one, other) => {
  expect(same(one, other)).toBe(false)
})

it.each([[null], [undefined], [''], [' '], ['null'], [[]], [{}], [{ a: null, b: [] }]])('%j says nothing', (value) => {
  expect(saysNothing(value)).toBe(true)
})

it.each([[0], [false], ['0'], [[0]], [{ a: 0 }]])('%j says something', (value) => {
  expect(saysNothing(value)).toBe(false)
})
