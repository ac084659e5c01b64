import { afterEach, expect, it } from 'vitest'
import type { Behaviour } from './behaviours.ts'
import { type Library, startLibrary } from './library.ts'

let library: Library
afterEach(() => library.close())

const start = async (behaviour: Behaviour) => {
  library = await startLibrary({ name: 'tests', prefix: 'T-', items: 250, latency: null })
  await library.behave(behaviour)
}

const ask = async (path: string): Promise<unknown> => {
  const answer = await fetch(`${library.url}${path}`, { signal: AbortSignal.timeout(500) })
  const text = await answer.text()
  return answer.status === 200 ? JSON.parse(text) : answer.status
}

it('answers with the items it holds, and with pages that follow one another', async () => {
  await start('well')
  expect(await ask('/one/items?codes=T-000001,T-000250,X-000001')).toMatchObject({ data: [{ code: 'T-000001' }] })
  expect(await ask('/one/page?size=100')).toMatchObject({ data: { next: '100', total: 250 } })
  expect(await ask('/two/page?size=100&cursor=200')).toMatchObject({ data: { next: null } })
  expect(library.counts()).toEqual({ one: 2, two: 1 })
  expect(library.spans()).toEqual({ one: { from: 0, to: 100, page: 100 }, two: { from: 200, to: 250, page: 50 } })
})

it.each<Behaviour>(['hangs', 'html', 'dead'])('never answers while it is unwell: %s', async (behaviour) => {
  await start(behaviour)
  await expect(ask('/one/items?codes=T-000001')).rejects.toThrow()
  await library.behave('well')
  expect(await ask('/one/items?codes=T-000001')).toMatchObject({ code: '200' })
})

it('fails 40 of 100 requests, the same ones for the same caller', async () => {
  await start('fails40')
  const fates = async (caller: string) => {
    const outcomes: boolean[] = []
    for (let n = 0; n < 200; n += 1)
      outcomes.push(
        await ask(`/${caller}/items?codes=T-000001`).then(
          (answer) => typeof answer === 'object',
          () => false,
        ),
      )
    return outcomes
  }
  const first = await fates('one')
  const failed = first.filter((answered) => !answered).length
  expect(failed).toBeGreaterThan(55)
  expect(failed).toBeLessThan(105)
  await library.close()
  await start('fails40')
  expect(await fates('one')).toEqual(first)
})
