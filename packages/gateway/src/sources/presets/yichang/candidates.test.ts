import { expect, it } from 'vitest'
import { readCandidateRecord } from './records.ts'

const record = (candidates: readonly (readonly [bidder: string, price: string])[], more: object = {}) => ({
  infoId: 'n1',
  title: '示例工程中标候选人公示',
  infoDate: '2025-06-13',
  publicityPeriod: '2025年06月13日 18时00分至2025年06月16日 18时00分',
  candidates: candidates.map(([bidder, price]) => ({ bidder, price })),
  ...more,
})
const [a, b, c] = ['甲建设有限公司', '乙建设有限公司', '丙建设有限公司'] as const

/** Bidders with their prices, and what was noted about the prices. */
const told = (row: unknown) => {
  const reading = readCandidateRecord(row)
  if ('skipped' in reading) return reading.skipped
  const { lots = [], unread = [] } = reading.notice
  return {
    prices: (lots[0]?.awards ?? []).map(
      ({ bidders, price }) => `${bidders[0].name} ${price.kind === 'money' ? price.value : price.kind}`,
    ),
    doubt: unread.find((note) => note.startsWith('candidates.price')),
  }
}

it('prices stand beside their bidders', () => {
  expect(
    told(
      record([
        [a, '1000.00'],
        [b, '1000.00'],
        [c, '1001.00'],
      ]),
    ),
  ).toEqual({
    prices: [`${a} 1000.00`, `${b} 1000.00`, `${c} 1001.00`],
    doubt: undefined,
  })
})

it.each([
  [
    'a header among the prices',
    [
      [a, '投标报价(元/%)'],
      [b, '1000.00'],
      [c, '1001.00'],
    ],
    3,
  ],
  [
    'prose among the bidders',
    [
      [a, '1000.00'],
      [b, '1001.00'],
      ['评标工作于2025年6月19日在示例中心进行。', '未提供'],
    ],
    2,
  ],
  [
    'fewer prices than bidders',
    [
      [a, '1000.00'],
      [b, '1001.00'],
      [c, '未提供'],
    ],
    2,
  ],
  [
    'a wording told twice',
    [
      [a, '5000元（设计费5000元）'],
      [b, '6000元'],
      [c, '5000元（设计费5000元）'],
    ],
    3,
  ],
] as const)('with %s nobody knows whose price is whose', (_name, candidates, left) => {
  const found = told(record(candidates))
  expect(found).toMatchObject({ doubt: expect.stringContaining('candidates.price') })
  expect('prices' in found && found.prices).toEqual([a, b, c].slice(0, left).map((name) => `${name} unstated`))
})

it.each([
  ['candidates', record([]), 'expected at least one bidder'],
  ['infoDate', record([[a, '1.00']], { infoDate: null }), 'expected a date, found nothing'],
  ['title', record([[a, '1.00']], { title: ' ' }), 'expected text, found nothing'],
  ['infoDate', record([[a, '1.00']], { infoDate: 'sometime' }), 'expected a time'],
])('a record without usable %s is refused', (path, row, reason) => {
  expect(told(row)).toEqual({ key: 'n1', path, reason })
})
