import { afterEach, expect, it } from 'vitest'
import { body, json, startUpstream, type Upstream } from '../../testing/upstream.ts'
import { walkNotices } from '../notices/testing.ts'
import { openPortal } from './testing.ts'
import { yichangNotices } from './yichang.ts'

let portal: Upstream
afterEach(() => portal.close())

const now = () => new Date('2025-06-13T10:00:00Z')

async function open(asked: Record<string, string>[] = []) {
  portal = await openPortal(asked)
  return yichangNotices({ url: portal.url, credentials: { site: 's1' }, since: '2025-06-12', now })
}

it('walks days, categories and pages, once each, and tells what it left out', async () => {
  const asked: Record<string, string>[] = []
  const walk = await walkNotices(await open(asked), 3)
  expect([...new Set(walk.keys)]).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'r0'])
  expect([...new Set(walk.skipped.map(({ key, path }) => `${key} ${path}`))]).toEqual([
    'broken infocontent',
    'c6 title',
  ])
  expect(walk.mark).toBe('2025-06-13/0/0')
  expect(asked[0]).toMatchObject({
    siteGuid: 's1',
    categoryNum: '003001004',
    pageindex: '0',
    startdate: '2025-06-12 00:00:00',
  })
})

it('a candidate notice becomes lots, bids in order, periods and parties, without staff', async () => {
  const { notices } = await walkNotices(await open(), 20)
  expect(notices.find(({ key }) => key === 'c0')).toMatchObject({
    kind: 'WINNING_CANDIDATE',
    divisionCode: '420500000000',
    rawDivision: { system: 'yichang-ggzy', code: '420501' },
    project: { code: '示例工程', name: '示例工程' },
    parties: [
      { role: 'TENDERER', name: '示例市城建局' },
      { role: 'AGENT', name: '示例咨询有限公司' },
    ],
    lots: [
      {
        number: 'YCA990001-202501-01',
        awards: [
          {
            rank: 1,
            bidders: [{ name: '示例甲建设有限公司' }, { name: '示例乙设计院' }],
            price: { kind: 'money', value: '123456.78' },
            performance: '730天',
          },
          {
            rank: 2,
            bidders: [{ name: '示例种植专业合作社' }],
            price: { kind: 'unstated', raw: '98.50' },
            performance: '420日历天',
          },
        ],
      },
    ],
    periods: [
      { kind: 'OPENING', from: '2025-06-11T09:00:00+08:00' },
      { kind: 'PUBLICITY', to: '2025-06-16T18:00:00+08:00', lastDayForObjection: '2025-06-16' },
    ],
    unread: ['lots.0.awards.1.price: number without unit'],
  })
  expect(JSON.stringify(notices)).not.toMatch(/某|X000/)
})

it('the result of a second tender meets the candidates on the project', async () => {
  const { notices } = await walkNotices(await open(), 20)
  expect(notices.find(({ key }) => key === 'r0')).toMatchObject({
    kind: 'RESULT',
    project: { code: '示例工程' },
    lots: [
      {
        number: 'YCA990001-202501-01(2)',
        awards: [{ bidders: [{ role: 'WINNER' }], price: { kind: 'rate', percent: '20.50', meaning: 'REDUCTION' } }],
      },
    ],
  })
})

it.each([
  ['a page with status 200', body('<!doctype html><html><body>维护中</body></html>', 'text/html'), 'TB_SOURCE_SHAPE'],
  [
    'a captcha in place of the list',
    json({ custom: null, status: { code: 0, text: '请输入验证码' } }),
    'TB_SOURCE_REFUSED',
  ],
  ['a cut body', body('{"custom":{"infodata":[{"infoid"'), 'TB_SOURCE_SHAPE'],
])('%s is %s', async (_name, answer, code) => {
  portal = await startUpstream(answer)
  const source = yichangNotices({
    url: portal.url,
    credentials: { site: 's1' },
    since: '2025-06-13',
    now,
    limits: { maxRetries: 0 },
  })
  await expect(walkNotices(source, 10)).rejects.toMatchObject({ code })
})
