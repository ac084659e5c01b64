import { describe, expect, it } from 'vitest'
import { silentLog } from '../testing/source.ts'
import { type BufferLimits, bufferedCopies, type CopyTable } from './buffer.ts'
import type { CopyChange } from './store.ts'
import { memoryTable } from './testing.ts'

const minute = 60_000
const change = (question: string, value: unknown, atMs = 0): CopyChange => ({
  key: { sourceId: 'city', method: 'items.byCodes', question, sharing: null },
  copy: value === undefined ? null : { value, fetchedAt: new Date(atMs).toISOString(), asOf: null },
  keepMs: minute,
})
const keyOf = (question: string) => change(question, 0).key

function world(limits: Partial<BufferLimits> = {}, around: (table: CopyTable) => Partial<CopyTable> = () => ({})) {
  const table = memoryTable()
  const warnings: string[] = []
  const log = { ...silentLog, warn: (_fields: object, text: string) => void warnings.push(text) }
  const buffer = bufferedCopies({ ...table, ...around(table) }, { log, ...limits })
  const texts = () => table.written.map(({ key, text }) => `${key.question} ${text}`)
  return { buffer, texts, warnings }
}

describe('copies that wait to be written', () => {
  it('are written once, as they were last', async () => {
    const { buffer, texts } = world()
    buffer.save([change('a', 1), change('b', 1)])
    buffer.save([change('a', 2)])
    await buffer.flush()
    expect(texts().toSorted()).toEqual(['a 2', 'b 1'])
  })

  it('are not written again while nothing changes, but now and then, so that they do not seem old', async () => {
    const { buffer, texts } = world({ rewriteMs: 10 * minute })
    for (const at of [0, 1, 9, 10, 11]) {
      buffer.save([change('a', 1, at * minute)])
      await buffer.flush()
    }
    buffer.save([change('a', 2, 11 * minute)])
    await buffer.flush()
    expect(texts()).toEqual(['a 1', 'a 1', 'a 2'])
  })

  it('are forgotten before and after they were written', async () => {
    const { buffer } = world()
    buffer.save([change('a', 1), change('b', 1)])
    buffer.save([change('a', undefined)])
    expect(await buffer.find([keyOf('a'), keyOf('b')])).toMatchObject([null, { value: 1 }])
    await buffer.flush()
    buffer.save([change('b', undefined)])
    await buffer.flush()
    expect(await buffer.find([keyOf('a'), keyOf('b')])).toEqual([null, null])
  })

  it('are so many and no more: the rest is lost, and said', async () => {
    const { buffer, texts, warnings } = world({ maxPending: 2 })
    buffer.save(['a', 'b', 'c', 'd'].map((question) => change(question, 1)))
    buffer.save([change('a', 2)])
    await buffer.flush()
    expect(texts()).toEqual(['a 2', 'b 1'])
    expect(warnings).toHaveLength(1)
  })

  it('are written in batches, and what cannot be written is tried again with the next answer', async () => {
    let broken = true
    const batches: number[] = []
    const { buffer, texts, warnings } = world({ batch: 2 }, (table) => ({
      write: async (copies) => {
        batches.push(copies.length)
        if (broken) throw new Error('no database')
        await table.write(copies)
      },
    }))
    buffer.save(['a', 'b', 'c'].map((question) => change(question, 1)))
    await buffer.flush()
    expect([batches, warnings.length]).toEqual([[2, 1], 2])
    broken = false
    buffer.save([change('a', 1)])
    await buffer.flush()
    expect(texts()).toEqual(['a 1'])
  })

  it.each([
    ['a file', { content: Uint8Array.of(1) }],
    ['a date', [new Date(0)]],
    ['what is not a number', [Number.NaN]],
    ['what is too large', 'x'.repeat(101)],
  ])('leave out %s', async (_what, value) => {
    const { buffer, texts } = world({ maxLength: 100 })
    buffer.save([change('a', value)])
    await buffer.flush()
    expect(texts()).toEqual([])
  })

  it('are written when the gateway stops, and none after that', async () => {
    const { buffer, texts } = world()
    buffer.save([change('a', 1)])
    await buffer.close()
    buffer.save([change('b', 1)])
    await buffer.flush()
    expect(texts()).toEqual(['a 1'])
  })
})
