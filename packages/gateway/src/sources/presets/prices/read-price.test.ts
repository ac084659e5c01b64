import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noticeRecord } from '../../../domains/notices/port.ts'
import { shiftDecimal } from '../../reading/decimals.ts'
import { type PriceColumn, priceColumn } from './column.ts'
import { readPrice } from './read-price.ts'
import { priceClasses } from './reading.ts'

const standard =
  '按《工程勘察设计收费管理规定》（计价格[2002]10 号）文收费标准的50%计取，计费额以预算评审后的工程费用为准。'

/** Text, column, class, and the amount, percentage or labels that must come out; checked by hand. */
const cases: readonly (readonly [text: string, column: PriceColumn, found: string, value: string | null])[] = [
  ['1799255.53', 'YUAN_OR_PERCENT', 'AMOUNT', '1799255.53'],
  ['1799255.53', 'YUAN', 'AMOUNT', '1799255.53'],
  ['98.5', 'TEN_THOUSAND_YUAN', 'AMOUNT', '985000'],
  ['0.0001', 'TEN_THOUSAND_YUAN', 'AMOUNT', '1'],
  ['1,234,567.00', 'YUAN', 'AMOUNT', '1234567.00'],
  ['１，２３４，５６７．００', 'YUAN', 'AMOUNT', '1234567.00'],
  ['450000.00元', 'NO_UNIT', 'AMOUNT', '450000.00'],
  ['7000000 元', 'NO_UNIT', 'AMOUNT', '7000000'],
  ['698万元', 'YUAN_OR_PERCENT', 'AMOUNT', '6980000'],
  ['103.000000万元', 'NO_UNIT', 'AMOUNT', '1030000'],
  ['1.2亿元', 'NO_UNIT', 'AMOUNT', '120000000'],
  ['3,140.47元 人民币', 'NO_UNIT', 'AMOUNT', '3140.47'],
  ['¥6960000.00 元（大写：人民币陆佰玖拾陆万元整），含 6 %税费', 'NO_UNIT', 'AMOUNT', '6960000.00'],
  ['￥：3355000.00', 'NO_UNIT', 'AMOUNT', '3355000.00'],
  ['人民币大写：肆拾捌万壹仟玖佰零伍元，小写：481905元', 'NO_UNIT', 'AMOUNT', '481905'],
  ['投标总价：壹仟零柒拾壹万捌仟玖佰肆拾元柒角陆分', 'NO_UNIT', 'AMOUNT', '10718940.76'],
  [
    '投标总价：76020823.36元。备注2：建安费报价：75370823.36元，设计费报价：650000.00元',
    'NO_UNIT',
    'AMOUNT',
    '76020823.36',
  ],
  ['人民币大写：肆拾捌万壹仟玖佰零伍元，小写：481900元', 'NO_UNIT', 'CONTRADICTORY', null],
  ['100947995.14元（其中建安费：100135895.14元，设计费：812100.00元）', 'NO_UNIT', 'AMOUNT_WITH_PARTS', '100947995.14'],
  ['330845661.94（设计费7355880.00元、建安费323489781.94元）', 'NO_UNIT', 'AMOUNT_WITH_PARTS', '330845661.94'],
  [
    '建安费报价：51969434.28,设计费用报价：357812.00,投标总价报价：52327246.28',
    'YUAN_OR_PERCENT',
    'AMOUNT_WITH_PARTS',
    '52327246.28',
  ],
  ['投标报价29482513.99元=建安费报价29335093.99元+设计费报价147420元', 'NO_UNIT', 'AMOUNT_WITH_PARTS', '29482513.99'],
  ['总报价:叁佰元、施工费:贰佰元、设计费:壹佰元整', 'NO_UNIT', 'AMOUNT_WITH_PARTS', '300.00'],
  ['514223306.80（其中建安费509473306.81元，设计费4750000.00元）', 'YUAN_OR_PERCENT', 'CONTRADICTORY', null],
  ['下浮率（2.2%）投标总价：25400.99万元', 'NO_UNIT', 'AMOUNT_WITH_RATE', '254009900'],
  ['投标报价：253698207.80元；下浮率：2.32%', 'NO_UNIT', 'AMOUNT_WITH_RATE', '253698207.80'],
  ['76.00%', 'YUAN_OR_PERCENT', 'RATE', '76.00'],
  ['90.482％', 'YUAN_OR_PERCENT', 'RATE', '90.482'],
  ['98.10', 'PERCENT', 'RATE', '98.10'],
  ['91.77%（科研费×0.95×96.60%）', 'NO_UNIT', 'RATE', '91.77'],
  ['价格系数：98.65%', 'NO_UNIT', 'FACTOR', '98.65'],
  ['73.00%（价格系数）', 'NO_UNIT', 'FACTOR', '73.00'],
  ['报价费率98.70%', 'NO_UNIT', 'FACTOR', '98.70'],
  ['价格系数0.88%', 'NO_UNIT', 'DOUBTFUL_FACTOR', null],
  ['0.76%（价格系数）', 'NO_UNIT', 'DOUBTFUL_FACTOR', null],
  ['价格系数：1.88', 'YUAN_OR_PERCENT', 'NUMBER_WITHOUT_UNIT', null],
  ['下浮率20.50%', 'NO_UNIT', 'REDUCTION', '20.50'],
  ['下浮率：1.7％', 'NO_UNIT', 'REDUCTION', '1.7'],
  ['折扣率94.88%', 'NO_UNIT', 'DISCOUNT', '94.88'],
  ['99%（折扣报价）', 'NO_UNIT', 'DISCOUNT', '99'],
  [standard, 'NO_UNIT', 'SHARE_OF_BASE', '50'],
  ['经财政投资评审项目工程费用的3.0705%', 'NO_UNIT', 'SHARE_OF_BASE', '3.0705'],
  ['投标报价为初步设计批复总投资额的1.45%（不超过200万元）', 'NO_UNIT', 'SHARE_OF_BASE', '1.45'],
  [
    '计算后的价格×  76 %为本项目监理费，不得超过700万元，超过700万元的按700万元包干计取。',
    'NO_UNIT',
    'SHARE_OF_BASE',
    '76',
  ],
  ['188.00元/延米', 'YUAN_OR_PERCENT', 'UNIT_PRICE', '188.00'],
  ['39.98元／㎡', 'NO_UNIT', 'UNIT_PRICE', '39.98'],
  ['3168639.13元/年', 'NO_UNIT', 'UNIT_PRICE', '3168639.13'],
  ['砂石出让经营收益投标单价为：7元/吨', 'NO_UNIT', 'UNIT_PRICE', '7'],
  ['设计费：350000.00 元，施工费：10309139.71 元。', 'NO_UNIT', 'SEVERAL_AMOUNTS', '设计费|施工费'],
  ['设计费下浮率20%，建安工程费下浮率7%', 'NO_UNIT', 'SEVERAL_RATES', '设计费下浮率|建安工程费下浮率'],
  [
    '咨询费、设计费报价折扣：58.2%，勘察费报价折扣：96%',
    'NO_UNIT',
    'SEVERAL_RATES',
    '咨询费、设计费报价折扣|勘察费报价折扣',
  ],
  ['投标报价1：65.32%，投标报价2：103.5元/延米', 'NO_UNIT', 'SEVERAL_MIXED', '投标报价1|投标报价2'],
  ['1430000  元（设计费）; 1.2%(建安费下浮率)', 'NO_UNIT', 'SEVERAL_MIXED', '设计费|建安费下浮率'],
  ['施工费报价14（元/吨），接驳价报价28（元/吨）', 'NO_UNIT', 'SEVERAL_MIXED', '施工费报价|接驳价报价'],
  ['', 'NO_UNIT', 'NOT_GIVEN', null],
  ['/', 'YUAN', 'NOT_GIVEN', null],
  ['未提供', 'YUAN_OR_PERCENT', 'NOT_GIVEN', null],
  ['投标报价(元/%)', 'YUAN_OR_PERCENT', 'HEADER', null],
  ['详见附件', 'NO_UNIT', 'REFERENCE', null],
  ['按实结算', 'NO_UNIT', 'NO_NUMBER', null],
  ['0元 人民币', 'NO_UNIT', 'ZERO', null],
  ['58.90', 'YUAN_OR_PERCENT', 'NUMBER_WITHOUT_UNIT', null],
  ['30.0', 'NO_UNIT', 'NUMBER_WITHOUT_UNIT', null],
  ['设计费500000元', 'NO_UNIT', 'PART_ONLY', null],
  ['65717882 .11', 'YUAN_OR_PERCENT', 'UNREADABLE', null],
  ['设计：下浮35%；测量：下浮%2.5', 'NO_UNIT', 'UNREADABLE', null],
  ['-5%', 'NO_UNIT', 'UNREADABLE', null],
  ['5-8万元', 'NO_UNIT', 'UNREADABLE', null],
  ['12000 USD', 'YUAN', 'OTHER_CURRENCY', null],
  ['12000 EUR', 'YUAN', 'OTHER_CURRENCY', null],
  ['12000EUR', 'YUAN_OR_PERCENT', 'OTHER_CURRENCY', null],
  ['12000美元', 'YUAN', 'OTHER_CURRENCY', null],
  ['US$ 12000', 'YUAN', 'OTHER_CURRENCY', null],
  ['5.5万欧元', 'NO_UNIT', 'OTHER_CURRENCY', null],
  ['12000 XAU', 'YUAN', 'UNREADABLE', null],
  ['12000 CNY', 'YUAN', 'AMOUNT', '12000'],
  ['2000万', 'YUAN', 'UNREADABLE', null],
  ['¥2000万', 'YUAN', 'UNREADABLE', null],
  ['1200元每平方米', 'YUAN', 'UNIT_PRICE', '1200'],
  ['188元每延米', 'NO_UNIT', 'UNIT_PRICE', '188'],
  ['188元（每人）', 'YUAN', 'UNIT_PRICE', '188'],
  ['188元/每人', 'YUAN', 'UNIT_PRICE', '188'],
  ['12000元每平方米建筑面积', 'YUAN', 'UNREADABLE', null],
  ['壹仟元每平方米', 'NO_UNIT', 'UNREADABLE', null],
  ['12000 每月', 'YUAN', 'UNREADABLE', null],
  ['12000（每月）', 'YUAN', 'UNREADABLE', null],
  ['12000/年', 'YUAN', 'UNREADABLE', null],
  ['¥12000/年', 'NO_UNIT', 'UNREADABLE', null],
  ['300万元左右', 'NO_UNIT', 'BOUND', null],
  ['约300万元', 'NO_UNIT', 'BOUND', null],
  ['100万元以上', 'NO_UNIT', 'BOUND', null],
  ['100万元以内', 'YUAN', 'BOUND', null],
  ['100万元起', 'NO_UNIT', 'BOUND', null],
  ['3000000元（预估）', 'YUAN', 'BOUND', null],
  ['3000000（预估）', 'YUAN', 'BOUND', null],
  ['3000000（最高限价）', 'YUAN', 'BOUND', null],
  ['300万元（最高限价）', 'NO_UNIT', 'BOUND', null],
  ['最高限价：300万元', 'NO_UNIT', 'BOUND', null],
  ['不超过120万元', 'NO_UNIT', 'BOUND', null],
  ['超过300万元', 'YUAN', 'BOUND', null],
  ['不少于300万元', 'YUAN', 'BOUND', null],
  ['120万元至130万元', 'NO_UNIT', 'BOUND', null],
  ['1200000-1300000', 'YUAN', 'UNREADABLE', null],
  ['5%至8%', 'NO_UNIT', 'BOUND', null],
  ['设计费100万元以上，施工费200万元', 'NO_UNIT', 'BOUND', null],
  ['3000000元（含暂估价）', 'NO_UNIT', 'AMOUNT', '3000000'],
]

const told = ({ price }: ReturnType<typeof readPrice>): string | null => {
  if (price.kind === 'money') return price.value
  if (price.kind === 'rate') return price.percent
  if (price.kind === 'unit') return price.amount.value
  return price.kind === 'several' ? price.parts.map(({ label }) => label).join('|') : null
}

it.each(cases)('%s below %s is %s', (text, column, found, value) => {
  const reading = readPrice(text, column)
  expect([reading.class, told(reading)]).toEqual([found, value])
  expect(priceClasses[reading.class]).toBe(reading.price.kind)
})

it('every class has a case', () => {
  expect(new Set(cases.map(([, , found]) => found))).toEqual(new Set(Object.keys(priceClasses)))
})

it('what a rate means is told only where the text tells it', () => {
  const meaning = (text: string) => {
    const { price } = readPrice(text)
    return price.kind === 'rate' ? price.meaning : undefined
  }
  expect(['下浮率20.50%', '报价费率98.70%', '折扣比例10.00%', '76%'].map(meaning)).toEqual([
    'REDUCTION',
    'SHARE',
    null,
    null,
  ])
})

it('a share of a standard names it as written, and the conditions stay with it', () => {
  expect(readPrice(standard).price).toEqual({
    kind: 'rate',
    percent: '50',
    of: '按《工程勘察设计收费管理规定》（计价格[2002]10 号）文收费标准',
    meaning: 'SHARE',
    raw: standard,
  })
})

it('an amount keeps what was stated and in which unit', () => {
  expect(readPrice('23.5 万元').price).toEqual({
    kind: 'money',
    value: '235000',
    currency: 'CNY',
    stated: { value: '23.5', unit: '万元' },
  })
})

it.each([
  ['中标价(元)', 'YUAN'],
  ['投标报价（万元）', 'TEN_THOUSAND_YUAN'],
  ['中标价(%)', 'PERCENT'],
  ['投标报价(元/%)', 'YUAN_OR_PERCENT'],
  ['中标价(报价承诺)', 'NO_UNIT'],
  ['预算', 'NO_UNIT'],
])('the header %s says %s', (header, column) => expect(priceColumn(header)).toBe(column))

const columns: readonly PriceColumn[] = ['YUAN', 'TEN_THOUSAND_YUAN', 'PERCENT', 'YUAN_OR_PERCENT', 'NO_UNIT']
const pieces = [
  '元',
  '万元',
  '%',
  '/',
  '（',
  '）',
  '：',
  '，',
  '下浮率',
  '价格系数',
  '设计费',
  '投标总价',
  '其中',
  '=',
  '¥',
  '贰佰元',
  ' ',
  '1',
  '0.88',
  '1,234',
  '[2002]10号',
]
const priceText = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((found) => found.join('')),
)

it('any text is sorted into a class with a price the notices can keep', () => {
  const price = noticeRecord.shape.lots.unwrap().element.shape.awards.unwrap().element.shape.price
  fc.assert(
    fc.property(priceText, fc.constantFrom(...columns), (text, column) => {
      const reading = readPrice(text, column)
      expect(priceClasses[reading.class]).toBe(reading.price.kind)
      expect(price.safeParse(reading.price).success).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

it('an amount written in yuan or 万元 comes out exactly', () => {
  const cents = fc.bigInt({ min: 1n, max: 10n ** 15n })
  fc.assert(
    fc.property(cents, (amount) => {
      const yuan = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
      expect(told(readPrice(`${yuan}元`))).toBe(yuan)
      const wan = `${amount / 1_000_000n}.${String(amount % 1_000_000n).padStart(6, '0')}`
      expect(shiftDecimal(told(readPrice(`${wan}万元`)) ?? '', 2)).toBe(String(amount))
    }),
  )
})
