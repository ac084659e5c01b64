import { expect, it } from 'vitest'
import { knownCodes, ownCodes } from './code-table.ts'

const own = ownCodes({ system: 's', tableVersion: '2', source: 'test', codes: { '01': 'ONE', '1': 'OTHER' } })

it('reads a published table', () => {
  const types = knownCodes('itemType', { system: 'gb-t-39046-2020', tableVersion: 'A.1' })
  expect(types.name('07')).toBe('ADMINISTRATIVE_CONFIRMATION')
  expect(types.name('99')).toBeNull()
})

it('gives no name where the table is not known', () => {
  expect(knownCodes('itemType', { system: 'nobody', tableVersion: '1' }).name('01')).toBeNull()
})

it('reads a table of the system itself, where leading zeros count', () => {
  expect([own.name('01'), own.name('1'), own.name('001'), own.name(null)]).toEqual(['ONE', 'OTHER', null, null])
  expect(own.names(['1', '7', '01'])).toEqual(['OTHER', 'ONE'])
})

it('keeps the raw code with system and version', () => {
  expect(own.raw('7')).toEqual({ system: 's', tableVersion: '2', code: '7' })
  expect([own.raw(null), own.raw('')]).toEqual([null, null])
})
