import { expect, it } from 'vitest'
import { firstDifference } from './same-answers.ts'

it.each([
  ['equal values', { a: [1, { b: null }] }, { a: [1, { b: null }] }, undefined],
  ['another order of fields', { a: 1, b: 2 }, { b: 2, a: 1 }, undefined],
  ['a value deep inside', { a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'data.a.1.b'],
  ['a field more', { a: 1 }, { a: 1, b: 2 }, 'data.b'],
  ['null instead of an object', { a: { b: 1 } }, { a: null }, 'data.a'],
  ['a list cut short', { a: [1, 2] }, { a: [1] }, 'data.a.1'],
  ['another order of a list', { a: [1, 2] }, { a: [2, 1] }, 'data.a.0'],
])('finds the first difference: %s', (_, one, other, difference) => {
  expect(firstDifference(one, other)).toBe(difference)
})
