import { describe } from 'vitest'
import { fuzz, mutated } from '../../fuzz/testing.ts'
import { readGcjs } from '../gcjs/notices.ts'
import { readPages } from '../ggzy/pages.ts'
import { readNationalRecord } from '../ggzy/records.ts'
import { readPrice } from '../prices/read-price.ts'
import { readPortalRow } from '../yichang/portal.ts'
import { readCandidateRecord, readResultRecord } from '../yichang/records.ts'
import { splitBidders } from './bidders.ts'
import { readSpan } from './periods.ts'
import { projectKey } from './project.ts'

const prices = [
  '投标总价：81829039.00元（大写：捌仟壹佰捌拾贰万玖仟零叁拾玖元整），其中：建安工程费81089039.00元、设计费740000.00元。',
  '按《工程勘察设计收费管理规定》（计价格[2002]10 号）文收费标准的50%计取（专业调整系数1.0，复杂程度调整系数1.15）。',
  '投标报价1：65.32%，投标报价2：103.5元/延米，下浮率20.50%',
  '91.77%（科研费×0.95×96.60%）',
]
const texts = [
  '甲建设有限公司（牵头人）、乙设计院（成员）联合体',
  '公示期为2025年06月13日 18时00分至2025年06月16日 18时00分',
  '示例工程（一期）(第2次招标)中标候选人公示第2次公示',
]
const html = [
  '<table><tr><td colspan=2>中标候选人名称</td><td>甲有限公司</td></tr><tr><td colspan=2>投标报价(元/%)</td><td>1.00</td></tr></table><p>公示期为2025年06月13日至2025年06月16日</p>',
  '<table><tr><td>中标人:</td><td colspan=3>甲有限公司</td></tr><tr><td>中标价(元):</td><td>1</td></tr></table>',
  `<a onclick="showDetail(this, '0201','/x/b/k.html')">t</a><span>2026-01-05</span> 采购项目编号：P<table><tr><th>合同金额</th><td>0元</td></tr></table>`,
]
const page = (infocontent: string, categorynum: string) => ({
  infoid: 'x',
  title: 't',
  categorynum,
  pubinwebdate: '2025-06-13',
  infocontent,
})

describe('notices', () => {
  fuzz('prices', mutated(prices), (text) => [readPrice(text, 'YUAN_OR_PERCENT'), readPrice(text, 'NO_UNIT')], {
    inputs: 8_000,
    growth: 100,
  })
  fuzz('names, periods and titles', mutated(texts), (text) => [splitBidders(text), readSpan(text), projectKey(text)], {
    inputs: 6_000,
  })
  fuzz(
    'pages of notices',
    mutated(html),
    (text) => [
      readPortalRow(page(text, '003001004'), 'https://ggzy.example.cn'),
      readPortalRow(page(text, '003001005'), 'https://ggzy.example.cn'),
      readPages(text, text),
    ],
    { inputs: 4_000 },
  )
  fuzz(
    'fields of notices',
    mutated([...texts, ...prices]),
    (text) => [
      readCandidateRecord({ infoId: text, title: text, infoDate: text, candidates: [{ bidder: text, price: text }] }),
      readCandidateRecord({
        infoId: 'x',
        title: text,
        infoDate: '2025-06-13',
        publicityPeriod: text,
        candidates: [{ bidder: text, price: text }],
      }),
      readResultRecord({
        infoId: 'x',
        title: text,
        infoDate: '2025-06-13',
        fields: { 中标人: text, '中标价(元)': text, [text]: text },
      }),
      readNationalRecord({
        recordId: 'x',
        title: text,
        informationTypeCode: '0201',
        publishTime: '2026-03-16',
        budgetText: text,
        contentText: text,
      }),
      readGcjs('GCJS_RESULT_NOTICE', {
        NOTICE_NAME: text,
        NOTICE_SEND_TIME: '20251101090000',
        BID_SECTION_CODE: text,
        WIN_BIDDER_NAME: text,
        BID_AMOUNT: text,
        RATE: text,
      }),
    ],
    { inputs: 4_000, growth: 1_500 },
  )
})
