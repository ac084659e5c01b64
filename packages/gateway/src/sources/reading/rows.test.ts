import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { field } from './fields.ts'
import { readRows } from './rows.ts'

const row = z.object({ id: field.required, days: field.whole })

describe('rows', () => {
  it('are all read but the one that cannot be, which is named and not quoted', () => {
    const read = readRows(
      row,
      [{ id: '1', days: '5' }, { id: 2, days: '330600198801010037x' }, { days: 1 }, { id: 'x' }],
      'id',
    )
    expect(read.rows).toEqual([
      { id: '1', days: 5 },
      { id: 'x', days: null },
    ])
    expect(read.skipped).toEqual([
      { key: '2', path: 'days', reason: 'expected a whole number' },
      { key: null, path: 'id', reason: 'expected text, found nothing' },
    ])
  })

  it('of which none can be read are a failure', () => {
    expect(() => readRows(row, [{}, {}], 'id')).toThrow(
      expect.objectContaining({
        code: 'TB_SOURCE_SHAPE',
        params: { detail: 'none of 2 rows: id: expected text, found nothing' },
      }),
    )
  })

  it.each([[[]], [[{ name: 'only one' }]]])('%j are no failure', (raws) => {
    expect(readRows(row, raws, () => null).rows).toEqual([])
  })

  it('that are no objects have no key', () => {
    expect(readRows(row, [null, { id: '1' }], 'id').skipped).toMatchObject([{ key: null, path: '' }])
    expect(readRows(row, [{ id: 'x'.repeat(200), days: 'y' }, { id: '1' }], 'id').skipped[0]?.key).toBeNull()
  })
})
