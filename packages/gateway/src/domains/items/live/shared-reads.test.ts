import { TongbanError } from '@tongban/schema'
import { beforeEach, describe, expect, it } from 'vitest'
import { anonymous } from '../../../access/caller.ts'
import { connectSources } from '../../../sources/connect.ts'
import { silentLog } from '../../../store/testing.ts'
import { defineSource, type Ports } from '../../ports.ts'
import { testContext } from '../../testing.ts'
import type { Catalogue } from '../catalogue.ts'
import { aliasesOf } from '../choose.ts'
import type { ServiceItemInput } from '../record.ts'
import { testItem, testNow, testRequest } from '../testing.ts'
import { liveCatalogue } from './live.ts'

/** A library that notes its calls, and finds items by their own codes only, or by any code they carry. */
function library(id: string, divisions: readonly string[]) {
  const calls: (readonly string[])[] = []
  const found = { items: [] as ServiceItemInput[], byAlias: false, spoil: (_codes: readonly string[]) => {} }
  const source = defineSource({
    id,
    title: id,
    covers: { divisions },
    protocol: { kind: 'memory', send: async () => null },
    items: {
      page: async () => ({ items: [], next: null, total: 0 }),
      byCodes: async (codes) => {
        calls.push(codes)
        found.spoil(codes)
        return found.items.filter((item) =>
          [item.code, ...(found.byAlias ? aliasesOf(item) : [])].some((code) => codes.includes(code)),
        )
      },
      agencies: async (codes) => {
        calls.push(codes)
        return codes.map((code) => ({ code, name: `${code} 局` }))
      },
    },
  })
  return { source, calls, found }
}

const item = (code: string, more: Partial<ServiceItemInput> = {}) => testItem(code, `事项 ${code}`, more)

describe('live reads of several requests', () => {
  let city: ReturnType<typeof library>
  let next: ReturnType<typeof library>
  let catalogue: Catalogue
  beforeEach(() => {
    city = library('city', ['3306'])
    next = library('next', ['3307'])
    city.found.items = ['A', 'B', 'C'].map((code) => item(code))
    const deps = { log: silentLog, metrics: { sourceCall() {} }, now: testNow }
    const { directory } = connectSources<Ports>([city.source, next.source], deps)
    catalogue = liveCatalogue(directory, '330600000000')
  })

  /** What requests at the same moment get: the names, or the code of the error. */
  const together = (...requests: readonly (readonly string[])[]) =>
    Promise.all(
      requests.map(async (codes) => {
        const keys = codes.map((code) => ({ code, division: '330600000000' }))
        const answers = await catalogue.items(keys, testRequest())
        return answers.map((each) => (each instanceof TongbanError ? each.code : each && 'name' in each && each.name))
      }),
    )

  it('share one call, each code asked for once', async () => {
    expect(await together(['A', 'B'], ['B', 'none'], ['C'])).toEqual([
      ['事项 A', '事项 B'],
      ['事项 B', null],
      ['事项 C'],
    ])
    expect(city.calls).toEqual([['A', 'B', 'none', 'C']])
  })

  it('share one call for agencies, but never between sources', async () => {
    const ask = (code: string, sourceId: string) => catalogue.agencies([{ code, sourceId }], testRequest())
    const answers = await Promise.all([ask('X', 'city'), ask('X', 'city'), ask('X', 'next')])
    expect(answers.flat()).toMatchObject(['city', 'city', 'next'].map((sourceId) => ({ provenance: { sourceId } })))
    expect([city.calls, next.calls]).toEqual([[['X']], [['X']]])
  })

  it('do not suffer when a code of another makes the source stumble', async () => {
    city.found.spoil = (codes) => {
      if (codes.includes('bad')) throw new Error('stumbled')
    }
    expect(await together(['A', 'B'], ['bad'], ['C'])).toEqual([['事项 A', '事项 B'], ['TB_INTERNAL'], ['事项 C']])
  })

  it('do not suffer from a row of another that makes no sense', async () => {
    city.found.items.push(item('D', { divisionCode: '?' }))
    expect(await together(['A'], ['D'])).toEqual([['事项 A'], ['TB_SOURCE_SHAPE']])
  })

  it.each([true, false])(
    'get the same as alone when others ask for the same item by its own code (%s)',
    async (byAlias) => {
      city.found.byAlias = byAlias
      city.found.items.push(item('T-1', { catalogCode: 'K' }), item('T-2', { taskCode: 'L' }))
      const alone = (await Promise.all(['K', 'L'].map((code) => together([code])))).flat()
      expect(await together(['K'], ['T-1'], ['L', 'A'])).toEqual([alone[0], ['事项 T-1'], [alone[1]?.[0], '事项 A']])
    },
  )

  it('end when their own request ends, without ending the call for others', async () => {
    const leaving = new AbortController()
    const ask = (signal: AbortSignal) =>
      catalogue.items([{ code: 'A', division: null }], testContext({ caller: anonymous, signal }))
    city.found.spoil = () => leaving.abort(new TongbanError('TB_DEADLINE_EXCEEDED'))
    const [left, stayed] = await Promise.all([ask(leaving.signal), ask(new AbortController().signal)])
    expect(left).toMatchObject([{ code: 'TB_DEADLINE_EXCEEDED' }])
    expect(stayed).toMatchObject([{ code: 'A' }])
    expect(city.calls).toHaveLength(1)
  })
})
