import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseItem } from '../parse.ts'
import { testItem } from '../testing.ts'
import { rememberingItems } from './remembering.ts'

const item = (name: string, conditions: string[] = []) => testItem('T-1', name, { conditions })

it('gives the same record while the source says the same', () => {
  const read = rememberingItems(10)('library')
  expect(read(item('营业执照', ['a']))).toBe(read(item('营业执照', ['a'])))
})

it('keeps sources apart', () => {
  const readerOf = rememberingItems(10)
  const row = item('营业执照')
  expect(readerOf('library')(row)).not.toBe(readerOf('other')(row))
})

it('sees what a source changed in place in the row it handed over before', () => {
  const read = rememberingItems(10)('library')
  const row = item('营业执照', ['a'])
  read(row)
  row.conditions?.push('b')
  expect(read(row)).toMatchObject({ record: { conditions: ['a', 'b'] } })
})

it('never lets one reader change what another gets', () => {
  const read = rememberingItems(10)('library')
  const parsed = read(item('营业执照', ['a']))
  expect(() => 'record' in parsed && parsed.record.conditions.push('b')).toThrow(TypeError)
})

it('does not remember what is wrong, and takes it when it is mended', () => {
  const read = rememberingItems(10)('library')
  expect(read({ ...item('营业执照'), divisionCode: '?' })).toHaveProperty('problem')
  expect(read(item('营业执照'))).toHaveProperty('record')
})

it('parses what holds more than data every time', () => {
  const read = rememberingItems(10)('library')
  const row = { ...item('营业执照'), more: () => 1 }
  expect(read(row)).toEqual(read(row))
})

it('gives exactly what parsing gives, whatever was said before', () => {
  const row = fc.record(
    {
      code: fc.constantFrom('A', 'B', 'C'),
      name: fc.constantFrom('x', 'y', ''),
      type: fc.constantFrom('PUBLIC_SERVICE' as const, 'ADMINISTRATIVE_LICENSE' as const),
      divisionCode: fc.constantFrom('330602000000', '?'),
      conditions: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
      version: fc.constantFrom('1', null),
    },
    { requiredKeys: ['code', 'name', 'type', 'divisionCode'] },
  )
  const property = fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
    const read = rememberingItems(2)('library')
    for (const one of rows) expect(read(one)).toEqual(parseItem(one))
  })
  fc.assert(property, { numRuns: 200 })
})
