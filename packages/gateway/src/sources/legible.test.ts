import { expect, it } from 'vitest'
import { legible } from './legible.ts'

it.each<[string, unknown, unknown]>([
  ['a lone first half', { name: '𠮷\ud840' }, { name: '𠮷\ufffd' }],
  ['a lone second half, deep down', [{ rows: [['\udfb7吉']] }], [{ rows: [['\ufffd吉']] }]],
  ['a character that no database keeps', { name: 'a\0b' }, { name: 'ab' }],
  ['a name of a field', { 'a\0\ud840': 1 }, { 'a\ufffd': 1 }],
  ['the field that sets prototypes', JSON.parse('{"__proto__":"\\ud840"}'), JSON.parse('{"__proto__":"\ufffd"}')],
])('replaces halves of characters and drops NUL: %s', (_name, raw, expected) => {
  expect(JSON.stringify(legible(raw))).toBe(JSON.stringify(expected))
})

it.each<[string, unknown]>([
  ['text', { name: '𠮷野', rows: [1, null, true, ''] }],
  ['bytes', { body: new Uint8Array([0, 1]) }],
  ['a date', [new Date(0)]],
  ['nothing', undefined],
])('hands on as it is what needs nothing: %s', (_name, raw) => {
  expect(legible(raw)).toBe(raw)
})

it('keeps what stands beside broken text as it is', () => {
  const bytes = new Uint8Array([0])
  const read = legible({ name: '\ud840', bytes })
  expect(read).toEqual({ name: '\ufffd', bytes })
})
