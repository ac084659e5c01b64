import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readJson } from './json.ts'

it.each([
  ['{"a":[1,2,],}', { a: [1, 2] }],
  ['[1 , ]', [1]],
  ['{"a":",]","b":"\\",}"}', { a: ',]', b: '",}' }],
  ['{"a":",}",}', { a: ',}' }],
  ['null', null],
])('reads %s', (text, value) => {
  expect(readJson(text)).toEqual(value)
})

it.each([[''], ['{"a":'], ['<html>'], ['{"a":1}}'], ['[,]x']])('does not read %s', (text) => {
  expect(readJson(text)).toBeUndefined()
})

it('reads what JSON writes, with a comma too many in every list and object', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(readJson(text)).toEqual(JSON.parse(text))
      expect(readJson(JSON.stringify([value]).replace(/\]$/, ',]'))).toEqual([JSON.parse(text)])
    }),
  )
})
