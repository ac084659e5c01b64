import { afterEach, expect, it } from 'vitest'
import { body, json, startUpstream, type Upstream } from '../../testing/upstream.ts'
import { walkNotices } from '../notices/testing.ts'
import { provinceOf } from './codes.ts'
import { ggzyNotices } from './ggzy.ts'
import { readNationalRecord } from './records.ts'
import { openPlatform } from './testing.ts'

let platform: Upstream
afterEach(() => platform?.close())

const now = () => new Date('2026-03-17T02:00:00Z')
async function open(pages?: number) {
  platform = await openPlatform(pages)
  return ggzyNotices({ url: platform.url, since: '2026-03-17', now })
}

it('reads the list and both pages of each notice', async () => {
  const walk = await walkNotices(await open(), 20)
  expect(walk.keys).toEqual(['a', 'b', 'b', 'gone'])
  expect(walk.skipped).toEqual([{ key: 'strange', path: 'informationType', reason: 'expected a type of the table' }])
  expect(walk.notices[0]).toMatchObject({
    kind: 'CONTRACT',
    sector: 'PROCUREMENT',
    project: { code: 'P-1' },
    parties: [{ role: 'BUYER', name: '示例中学' }],
    lots: [
      {
        awards: [
          { bidders: [{ name: '示例甲有限公司' }], price: { kind: 'money', value: '283800' }, performance: null },
        ],
      },
    ],
    firstKey: 'first',
    divisionCode: '330000000000',
  })
  expect(walk.notices.at(-1)?.unread).toContain('text: the pages of the notice could not be read')
})

it.each([
  ['a captcha (829)', json({ code: 829, message: '验证码' }), 'TB_SOURCE_REFUSED'],
  ['too many calls (800)', json({ code: 800, message: '操作过于频繁' }), 'TB_SOURCE_UNAVAILABLE'],
  ['a page with status 200', body('<!doctype html><html></html>', 'text/html'), 'TB_SOURCE_SHAPE'],
  ['a page with status 404', body('<html></html>', 'text/html', 404), 'TB_SOURCE_REFUSED'],
])('%s is a typed failure', async (_name, answer, code) => {
  platform = await startUpstream(answer)
  await expect(
    walkNotices(ggzyNotices({ url: platform.url, now, limits: { maxRetries: 0 } }), 20),
  ).rejects.toMatchObject({ code })
})

const record = (more: object) => {
  const reading = readNationalRecord({
    recordId: 'x',
    title: '示例项目公开招标公告',
    informationTypeCode: '0201',
    businessTypeText: '政府采购',
    publishTime: '2026-03-16 19:22',
    ...more,
  })
  if ('skipped' in reading) throw new Error(reading.skipped.path)
  return reading.notice
}

it.each([
  ['1980000.00 元', '1980000.00'],
  ['1,436,000.00元', '1436000.00'],
  ['103.000000万元', '1030000'],
  ['0元 人民币', undefined],
  ['30.0', undefined],
  ['本项目预算见采购文件', undefined],
  ['', undefined],
])('the budget %s is %s', (budgetText, value) => expect(record({ budgetText }).lots?.[0]?.estimate?.value).toBe(value))

it('long texts are cut and said so, and cut ones are told', () => {
  const long = record({ contentText: '条'.repeat(196_295) })
  expect([long.text?.length, long.unread]).toEqual([100_000, ['text: cut after 100000 characters']])
  expect(record({ contentText: '正文…', contentTruncated: false }).unread).toEqual(['text: cut at the source'])
})

it.each([
  ['0104', '示例工程中标候选人公示', 'WINNING_CANDIDATE'],
  ['0104', '示例工程中标结果公告', 'RESULT'],
  ['0202', '示例项目废标公告', 'EXCEPTION'],
  ['0202', '示例项目终止公告', 'TERMINATION'],
  ['0101', '示例工程资格预审公告', 'PREQUALIFICATION'],
  ['0204', '示例项目更正公告', 'AMENDMENT'],
])('%s with the title %s is %s', (informationTypeCode, title, kind) =>
  expect(record({ informationTypeCode, title }).kind).toBe(kind),
)

it('provinces are read by code or by name, with and without 市', () => {
  expect(provinceOf(null, '北京').divisionCode).toBe('110000000000')
  expect(provinceOf(null, '新疆维吾尔自治区').divisionCode).toBe('650000000000')
  expect(provinceOf('660000', '兵团')).toMatchObject({ divisionCode: null, rawDivision: { code: '660000' } })
})
