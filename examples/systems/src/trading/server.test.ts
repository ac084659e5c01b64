import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Systems, startSystems } from '../index.ts'
import { at, rowsAt, textAt } from '../testing/answers.ts'
import { portalClient } from '../testing/portal-client.ts'
import { wanToYuan } from './digits.ts'

let systems: Systems
let call: ReturnType<typeof portalClient>

beforeAll(async () => {
  systems = await startSystems({ paceMs: 0 })
  call = portalClient(systems)
})
afterAll(() => systems.close())

const mirror = async (): Promise<{ records: Record<string, unknown>[]; cursor: string }> => {
  const records: Record<string, unknown>[] = []
  let cursor = ''
  for (let more: unknown = true; more === true; ) {
    const answer = await call(`/changes?rows=200&cursor=${cursor}`)
    records.push(...rowsAt(answer, 'data', 'records'))
    cursor = textAt(answer, 'data', 'cursor')
    more = at(answer, 'data', 'more')
  }
  return { records, cursor }
}

describe('the trading platform', () => {
  it('pages from zero, newest first, with the total as string and as number', async () => {
    const [first, second] = [await call('?pageIndex=0&pageSize=5'), await call('?pageIndex=1&pageSize=5')]
    expect(at(first, 'data', 'total')).toBe(String(at(first, 'data', 'totalcount')))
    const dates = [first, second].flatMap((page) =>
      rowsAt(page, 'data', 'records').map((row) => String(row.lasteditdate)),
    )
    expect(dates).toHaveLength(10)
    expect(dates).toEqual(dates.toSorted().toReversed())
    expect(at(first, 'state')).toBe(200)
  })

  it('answers details in its other envelope', async () => {
    const infoid = textAt(await call('?pageSize=1'), 'data', 'records', 0, 'infoid')
    expect(await call(`/detail?infoid=${infoid}`)).toMatchObject({ success: true, code: 200, result: { infoid } })
    expect(await call('/detail?infoid=none')).toMatchObject({ success: false, code: 404, result: null })
  })

  it.each([
    ['a wrong key', '', 'x', 401],
    ['a negative page', '?pageIndex=-1', undefined, 400],
    ['too many rows', '/changes?rows=201', undefined, 400],
    ['a cursor it never gave', '/changes?cursor=abc', undefined, 400],
  ])('refuses %s with HTTP 200', async (_name, path, key, state) => {
    expect(await call(path, key)).toMatchObject({ state, data: null })
  })

  it('has at least 500 notices of 150 projects in three districts, mirrored without gap', async () => {
    const { records, cursor } = await mirror()
    expect(records.length).toBe(Number(textAt(await call(''), 'data', 'total')))
    expect(records.length).toBeGreaterThanOrEqual(500)
    expect(new Set(records.map((row) => row.infoid)).size).toBe(records.length)
    const codes = new Set(records.map((row) => row.projectcode))
    expect(codes.size).toBeGreaterThanOrEqual(150)
    expect(new Set(records.map((row) => row.xiaqucode))).toEqual(new Set(['330602', '330603', '330604']))
    expect(new Set(records.map((row) => row.stage)).size).toBe(11)
    for (const word of ['道路', '医院设备', '学校'])
      expect(records.some((row) => String(row.title).includes(word))).toBe(true)
    expect(await call(`/changes?cursor=${cursor}`)).toMatchObject({ data: { cursor, more: false, records: [] } })
  })

  it('shows a notice that is published later after the cursor', async () => {
    const { records, cursor } = await mirror()
    const open = records.find((row) => systems.trading.publish(String(row.projectcode)) !== undefined)
    const after = rowsAt(await call(`/changes?cursor=${cursor}`), 'data', 'records')
    expect(after.map((row) => row.projectcode)).toEqual([open?.projectcode])
  })

  it('links each notice to the one before it in its project', async () => {
    const { records } = await mirror()
    const byId = new Map(records.map((row) => [row.infoid, row]))
    for (const row of records) {
      const related = textAt(row, 'notice', 'RELATE_NOTICE_ID')
      if (related) expect(byId.get(related)?.projectcode).toBe(row.projectcode)
    }
  })

  it('says the same price in 万元 in the block and in 元 in the body', async () => {
    const { records } = await mirror()
    const results = records.filter((row) => row.stage === 'zhongbiao')
    const bidders = results.flatMap((row) =>
      rowsAt(row, 'notice', 'SECTIONS').flatMap((section) =>
        rowsAt(section, 'BIDDERS').map((bidder) => ({ row, bidder })),
      ),
    )
    const filled = ({ bidder }: { bidder: Record<string, unknown> }) =>
      [bidder.BID_AMOUNT, bidder.RATE, bidder.OTHER_WIN_PRICE].filter((value) => value !== '').length
    expect(new Set(bidders.map(filled))).toEqual(new Set([0, 1]))
    for (const { row, bidder } of bidders)
      if (bidder.BID_AMOUNT) expect(row.infocontent).toContain(wanToYuan(String(bidder.BID_AMOUNT)))
    for (const field of ['BID_AMOUNT', 'RATE', 'OTHER_WIN_PRICE'])
      expect(bidders.some(({ bidder }) => bidder[field])).toBe(true)
    expect(bidders.some(({ bidder }) => String(bidder.BIDDER_NAME).includes('、'))).toBe(true)
  })

  it('gives every section its own deal code and shows no machine numbers', async () => {
    const { records } = await mirror()
    const sections = records.flatMap((row) => rowsAt(row, 'notice', 'SECTIONS'))
    const pairs = new Map(sections.map((section) => [section.BID_SECTION_CODE, section.UNIFIED_DEAL_CODE]))
    expect(new Set(pairs.values()).size).toBe(pairs.size)
    expect(JSON.stringify(records)).not.toMatch(/MAC|CPU/)
  })

  it.each([
    ['123.45', '1234500.00'],
    ['0.000001', '0.01'],
    ['98', '980000.00'],
    ['234.550550', '2345505.50'],
  ])('turns %s 万元 into %s 元 exactly', (wan, yuan) => expect(wanToYuan(wan)).toBe(yuan))
})
