import { afterEach, expect, it } from 'vitest'
import type { Upstream } from '../../testing/upstream.ts'
import { walkNotices } from '../notices/testing.ts'
import { gcjsNotices } from './gcjs.ts'
import { readGcjs } from './notices.ts'
import { carriers, openExchange, tender, won } from './testing.ts'

let exchange: Upstream
afterEach(() => exchange?.close())

const read = (element: string, row: object) => {
  const reading = readGcjs(element, row)
  if ('skipped' in reading) throw new Error(reading.skipped.path)
  return reading.notice
}

it('a tender notice tells its sections with their unified codes, its periods and what the documents cost in yuan', () => {
  const notice = read('GCJS_NOTICE', tender)
  expect(notice).toMatchObject({
    kind: 'TENDER',
    nature: 'NORMAL',
    project: { code: 'T1' },
    jointBid: true,
    publishedAt: '2025-09-30T09:30:00+08:00',
    lots: [
      { number: 'S1', tradeCode: 'U1' },
      { number: 'S2', tradeCode: 'U2' },
    ],
    documentPrice: { value: '500', currency: 'CNY', stated: { value: '500', unit: '元' } },
    parties: [{ role: 'TENDERER', creditCode: '91370800MA00TE5T2W' }],
    periods: [
      { kind: 'DOCUMENT_SALE', to: '2025-10-09T17:00:00+08:00' },
      { kind: 'OPENING', from: '2025-10-21T09:30:00+08:00' },
    ],
  })
  expect(JSON.stringify(notice)).not.toMatch(/BFEB|00-11|"000"/)
})

it('the amount of a result is 万元, exactly', () => {
  expect(read('GCJS_RESULT_NOTICE', won)).toMatchObject({
    kind: 'RESULT',
    nature: 'AMENDED',
    relatedKey: 'N1',
    firstKey: 'N0',
    lots: [
      {
        number: 'S1',
        tradeCode: 'U1',
        awards: [
          {
            bidders: [{ creditCode: '91350100M000100Y43' }],
            price: { kind: 'money', value: '1234500', currency: 'CNY', stated: { value: '123.45', unit: '万元' } },
          },
        ],
      },
    ],
  })
})

it.each([
  [
    { BID_AMOUNT: '', RATE: '95.5' },
    { kind: 'rate', percent: '95.5' },
  ],
  [
    { BID_AMOUNT: '0', RATE: '95.5%' },
    { kind: 'rate', percent: '95.5' },
  ],
  [
    { BID_AMOUNT: '1234500.5', PRICE_UNIT: '元' },
    { kind: 'money', value: '1234500.5' },
  ],
  [{ BID_AMOUNT: '0.00000001' }, { kind: 'money', value: '0.0001' }],
  [{ BID_CURRENCY: 'USD' }, { kind: 'money', currency: 'USD', value: '1234500' }],
  [{ PRICE_UNIT: '1' }, { kind: 'unstated', raw: '123.45 1' }],
  [{ BID_CURRENCY: '840' }, { kind: 'unstated', raw: '123.45 840' }],
  [{ BID_AMOUNT: 'abc' }, { kind: 'unstated' }],
  [
    { BID_AMOUNT: '', OTHER_WIN_PRICE: '下浮率5%' },
    { kind: 'rate', meaning: 'REDUCTION' },
  ],
  [{ BID_AMOUNT: '' }, { kind: 'unstated', raw: null }],
])('%j is the price %j', (more, price) => {
  expect(read('GCJS_RESULT_NOTICE', { ...won, ...more }).lots?.[0]?.awards?.[0]?.price).toMatchObject(price)
})

it.each([
  [{ WIN_BIDDER_CODE: '91350100M000100Y44' }, 'WIN_BIDDER_CODE: expected a unified social credit code that checks'],
  [{ BIDDER_CODE_TYPE: '02' }, 'BIDDER_CODE_TYPE: expected 97'],
  [{ WIN_BIDDER_NAME: '甲建设有限公司、乙设计院' }, 'WIN_BIDDER_CODE: 1 codes for 2 bidders'],
])('with %j the code is left out and said so', (more, note) => {
  const notice = read('GCJS_RESULT_NOTICE', { ...won, ...more })
  expect(notice.lots?.[0]?.awards?.[0]?.bidders[0].creditCode).toBeNull()
  expect(notice.unread).toContain(note)
})

it('a postponed opening is an amendment, an abnormity report an exception', () => {
  expect(read('GCJS_NOTICE', { ...tender, IS_POSTPONE: '1' }).kind).toBe('AMENDMENT')
  const report = {
    TENDER_PROJECT_CODE: 'T1',
    EXCEPITON_NAME: '示例工程流标报告',
    EXCEPITON_INFOR: '投标人不足三家',
    APPROVAL_TIME: '20251101090000',
  }
  expect(read('GCJS_ABNORMITY_REPORT', report)).toMatchObject({
    kind: 'EXCEPTION',
    title: '示例工程流标报告',
    text: '投标人不足三家',
  })
})

it.each([
  ['GCJS_NOTICE', { ...tender, NOTICE_SEND_TIME: '20251301093000' }, 'NOTICE_SEND_TIME'],
  ['GCJS_NOTICE', { ...tender, NOTICE_NAME: '' }, 'NOTICE_NAME'],
  ['GCJS_RESULT_NOTICE', { ...won, WIN_BIDDER_NAME: '' }, 'WIN_BIDDER_NAME'],
  ['GCJS_MACHINES', {}, 'GCJS_MACHINES'],
])('%s is refused with the path', (element, row, path) =>
  expect(readGcjs(element, row)).toMatchObject({ skipped: { path } }),
)

it.each(carriers)('walks by time stamp over %s and remembers where', async (_name, options, envelope) => {
  exchange = await openExchange(envelope)
  const walk = await walkNotices(
    gcjsNotices({ url: exchange.url, credentials: { platformCode: '91370800MA00TE5T2W' }, ...options }),
    4,
  )
  expect(walk.keys).toHaveLength(3)
  expect(walk.skipped.map(({ path }) => path)).toEqual(['GCJS_MACHINES'])
  expect(walk.mark).toBe('20251101090001/1')
})
