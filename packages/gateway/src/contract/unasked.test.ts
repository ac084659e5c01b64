import { expect, it } from 'vitest'
import { defineSource } from '../domains/ports.ts'
import { rest } from '../sources/protocols/rest/rest.ts'
import { unaskedOf, withLists } from './unasked.ts'

const protocol = rest({ base: 'http://library.invalid', envelope: { success: { path: 'code', in: [0] } } })
const source = defineSource({
  id: 'library',
  title: '事项库',
  covers: {},
  protocol,
  items: { page: async () => ({ items: [], next: null, total: 0 }), byCodes: async () => [] },
  cases: { submit: async () => ({ outcome: 'waiting' }), findByReference: async () => null, byNumbers: async () => [] },
})
const page = { cursor: null, size: 3 }

it('lists are asked for although no sample names them, and only those that the source has', () => {
  expect(withLists(source, { items: { byCodes: ['A'] } })).toEqual({ items: { page, byCodes: ['A'] } })
  expect(withLists(source, {})).toEqual({ items: { page } })
})

it('samples that somebody gives win', () => {
  const given = { items: { page: { cursor: '2', size: 5 } } }
  expect(withLists(source, given)).toEqual(given)
})

it('a tape is asked for nothing but what the samples name', () => {
  const samples = { items: { byCodes: ['A'] }, tape: [] }
  expect(withLists(source, samples)).toBe(samples)
})

it('methods that read and have no sample are named, methods that write are not', () => {
  expect(unaskedOf(source, { items: { page }, cases: { byNumbers: ['1'] } })).toEqual([
    'items.byCodes',
    'cases.findByReference',
  ])
})
