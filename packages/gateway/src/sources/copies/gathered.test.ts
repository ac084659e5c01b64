import { expect, it } from 'vitest'
import { gathered } from './gathered.ts'
import type { Copy, CopyKey } from './store.ts'

const key = (question: string): CopyKey => ({ sourceId: 's', method: 'items.byCodes', question, sharing: null })
const copy = (value: string): Copy => ({ value, fetchedAt: '2026-03-02T01:00:00Z', asOf: null })

const reading = () => {
  const statements: number[] = []
  const read = gathered(async (keys) => {
    statements.push(keys.length)
    if (keys.some(({ question }) => question === 'broken')) throw new Error('broken')
    return keys.map(({ question }) => (question === 'unknown' ? null : copy(question)))
  })
  return { statements, read }
}

it('reads in one statement what is looked for at the same moment, and gives each who asked their own', async () => {
  const { statements, read } = reading()
  const asks = [['a', 'b'], ['unknown'], [], ['b', 'c']]
  const found = await Promise.all(asks.map((keys) => read(keys.map(key))))
  expect(found).toEqual([[copy('a'), copy('b')], [null], [], [copy('b'), copy('c')]])
  expect(statements).toEqual([5])
})

it('reads the rest in further statements where it is much, and whoever comes later', async () => {
  const { statements, read } = reading()
  const many = Array.from({ length: 300 }, (_, n) => key(String(n)))
  await Promise.all([read(many), read(many), read(many)])
  expect(await read([key('later')])).toEqual([copy('later')])
  expect(statements).toEqual([300, 300, 300, 1])
})

it('tells a failure to all who asked together, and goes on', async () => {
  const { read } = reading()
  const both = await Promise.allSettled([read([key('broken')]), read([key('a')])])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await read([key('a')])).toEqual([copy('a')])
})
