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

/** A field of this name is dropped: whoever copies fields into an object would change its prototype. */
const withoutPrototype = (name: string, value: unknown) => (name === '__proto__' ? undefined : value)

it('reads what JSON writes, with a comma too many in every list and object', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      const known: unknown = JSON.parse(text, withoutPrototype)
      expect(readJson(text)).toEqual(known)
      expect(readJson(JSON.stringify([value]).replace(/\]$/, ',]'))).toEqual([known])
    }),
  )
})
