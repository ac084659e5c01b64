import { noticeRecord } from '@tongban/gateway'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type City, impatientLine, startCity } from './testing/city.ts'

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterEach(() => city.systems.trading.behave())
afterAll(() => city.close())

const changes = async (mark: string | null, size = 200) => (await city.notices.changes({ mark, size }, {})).value

const everything = async () => {
  const notices = []
  let page = await changes(null)
  notices.push(...page.notices)
  while (page.more) {
    page = await changes(page.mark)
    notices.push(...page.notices)
  }
  return { notices: notices.map((notice) => noticeRecord.parse(notice)), mark: page.mark }
}

describe('notices', () => {
  it('are read in the order of their changes, and every one fits', async () => {
    const { notices, mark } = await everything()
    expect(notices.length).toBeGreaterThanOrEqual(500)
    expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length)
    expect(await changes(mark)).toMatchObject({ notices: [], mark, more: false })
  })

  it('that are published later come after the mark', async () => {
    const { notices, mark } = await everything()
    const open = [...new Set(notices.flatMap(({ project }) => project?.code ?? []))]
    const key = open.map((code) => city.systems.trading.publish(code)).find((published) => published !== undefined)
    expect((await changes(mark)).notices.map((notice) => notice.key)).toContain(key)
  })

  it('have amounts in yuan, exactly as their text states them', async () => {
    const { notices } = await everything()
    const priced = notices.filter(({ kind }) => kind === 'RESULT' || kind === 'WINNING_CANDIDATE')
    let compared = 0
    for (const { lots, text, unread } of priced) {
      expect(unread.join()).not.toContain('states another amount')
      for (const price of lots.flatMap(({ awards }) => awards.map((award) => award.price))) {
        if (price.kind !== 'money') continue
        const [whole, fraction = ''] = price.value.split('.')
        expect(text).toContain(`${whole}.${fraction.padEnd(2, '0')}`)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(100)
  })

  it('keep rates as rates and leave unstated what is unstated, saying so', async () => {
    const { notices } = await everything()
    const awards = notices.flatMap(({ lots }) => lots.flatMap((lot) => lot.awards))
    expect(awards.find(({ price }) => price.kind === 'rate')?.price).toMatchObject({
      percent: expect.stringMatching(/^\d+(\.\d+)?$/),
    })
    expect(awards.some(({ price }) => price.kind === 'unstated' && price.raw !== null)).toBe(true)
    for (const notice of notices) {
      const unstated = notice.lots
        .flatMap(({ bids, awards }) => [...bids, ...awards])
        .filter(({ price }) => price.kind === 'unstated')
      expect(notice.unread.filter((one) => one.includes('.price: '))).toHaveLength(unstated.length)
    }
  })

  it('name each member of a consortium with its own code', async () => {
    const { notices } = await everything()
    const joint = notices
      .flatMap(({ lots }) => lots.flatMap(({ awards }) => awards))
      .filter(({ bidders }) => bidders.length > 1)
    expect(joint.length).toBeGreaterThan(0)
    expect(joint.every(({ bidders }) => bidders.every(({ creditCode }) => creditCode?.length === 18))).toBe(true)
  })

  it('have periods, kinds with their raw code, and text without markup', async () => {
    const { notices } = await everything()
    const publicity = notices.find(({ kind }) => kind === 'WINNING_CANDIDATE')
    expect(publicity).toMatchObject({
      rawKind: { system: 'sx-trading', code: 'zhongbiaohx', tableVersion: 'stage/1' },
      periods: [{ kind: 'PUBLICITY', lastDayForObjection: publicity?.periods[0]?.to?.slice(0, 10) }],
    })
    expect(notices.every(({ text }) => text !== null && !/<\w|&nbsp;|watermark/.test(text))).toBe(true)
    expect(notices.find(({ kind }) => kind === 'TENDER')?.documentPrice).toMatchObject({ currency: 'CNY' })
  })

  it('keep the sale of documents, the deadline for bids and the opening apart', async () => {
    const { notices } = await everything()
    const tender = notices.find(({ kind }) => kind === 'TENDER')
    const [sale, bidding, opening] = tender?.periods ?? []
    expect(sale).toMatchObject({
      kind: 'DOCUMENT_SALE',
      from: expect.stringContaining('T09:00'),
      to: expect.anything(),
    })
    expect(bidding).toMatchObject({ kind: 'BIDDING', from: null })
    expect(opening).toMatchObject({ kind: 'OPENING', from: opening?.to })
    // The legal minimum from the documents to the deadline: 20 days.
    expect(Date.parse(bidding?.to ?? '') - Date.parse(sale?.from ?? '')).toBeGreaterThanOrEqual(20 * 86_400_000)
  })

  it('name their media, the notice they follow, whether joint bids are allowed, and the unit of each amount', async () => {
    const { notices } = await everything()
    const keys = new Set(notices.map(({ key }) => key))
    const related = notices.flatMap(({ relatedKey }) => relatedKey ?? [])
    expect(related.length).toBeGreaterThan(100)
    expect(related.every((key) => keys.has(key))).toBe(true)
    const firsts = notices.flatMap(({ firstKey }) => firstKey ?? [])
    expect(firsts).toHaveLength(related.length)
    expect(firsts.every((key) => keys.has(key) && !notices.find((one) => one.key === key)?.relatedKey)).toBe(true)
    expect(notices.every(({ media }) => media.length === 1)).toBe(true)
    const tenders = notices.filter(({ kind }) => kind === 'TENDER')
    expect(new Set(tenders.map(({ jointBid }) => jointBid))).toEqual(new Set([true, false]))
    expect(tenders[0]?.documentPrice?.stated?.unit).toBe('元')
    expect(tenders[0]?.lots[0]?.estimate?.stated?.unit).toBe('万元')
  })

  it('have bids without places in a record of the opening, and nobody who may win', async () => {
    const { notices } = await everything()
    const lots = notices.filter(({ kind }) => kind === 'BID_OPENING').flatMap((notice) => notice.lots)
    expect(lots.length).toBeGreaterThan(0)
    expect(lots.every(({ bids, awards }) => bids.length === 3 && awards.length === 0)).toBe(true)
  })

  it('come once each although the rows come twice', async () => {
    city.systems.trading.misbehave({ operation: 'changes', habit: 'duplicate-rows', times: 1 })
    expect((await changes(null, 20)).notices).toHaveLength(20)
  })
})

describe('the platform that misbehaves', () => {
  it.each([
    [{ habit: 'clock-skew' }, 'TB_SOURCE_AUTH'],
    [{ habit: 'login-page' }, 'TB_SOURCE_AUTH'],
    [{ habit: 'error', status: 500 }, 'TB_SOURCE_UNAVAILABLE'],
    [{ habit: 'hang' }, 'TB_SOURCE_TIMEOUT'],
    [{ habit: 'cut' }, 'TB_SOURCE_SHAPE'],
    [{ habit: 'nothing' }, 'TB_SOURCE_SHAPE'],
  ] as const)('by %j is a typed failure', async (habit, code) => {
    city.systems.trading.misbehave({ operation: 'changes', ...habit, times: 1 })
    const { notices } = impatientLine(city.systems)
    await expect(notices.changes({ mark: null, size: 20 }, {})).rejects.toMatchObject({ code, source: 'sx-trading' })
  })

  it('by a wrong cursor is a refusal', async () => {
    await expect(changes('nonsense')).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
  })
})
