import { ownCodes } from '../../reading/code-table.ts'

const own = { system: 'ggzy-national', source: 'published interface of the national trading platform' } as const

/** `informationType`: business type and stage in four digits. */
export const informationTypes = ownCodes({
  ...own,
  tableVersion: 'informationType/2026-03',
  codes: {
    '0101': 'TENDER',
    '0102': 'BID_OPENING',
    '0104': 'RESULT',
    '0105': 'CLARIFICATION',
    '0201': 'TENDER',
    '0202': 'RESULT',
    '0203': 'CONTRACT',
    '0204': 'AMENDMENT',
    '9001': 'TENDER',
    '9002': 'RESULT',
  },
})

/** First two digits of `informationType`, and the business types in words. */
export const sectors = ownCodes({
  ...own,
  tableVersion: 'businessType/2026-03',
  codes: {
    '01': 'CONSTRUCTION',
    '02': 'PROCUREMENT',
    '90': 'OTHER',
    工程建设: 'CONSTRUCTION',
    政府采购: 'PROCUREMENT',
    土地使用权: 'LAND',
    矿业权: 'MINING',
    国有产权: 'STATE_PROPERTY',
    其他: 'OTHER',
  },
})

/** What titles say of notices that share a code: candidates are listed with results, failures and terminations with both. */
const byTitle = [
  [/终止(?:公告|公示|$)/, 'TERMINATION'],
  [/流标|废标|采购失败|招标失败/, 'EXCEPTION'],
  [/候选人/, 'WINNING_CANDIDATE'],
  [/资格预审(?:公告|公示)/, 'PREQUALIFICATION'],
] as const

/** The kind of a notice; null for a code that is not in the table. */
export function kindOf(code: string | null, title: string) {
  const kind = informationTypes.name(code)
  if (kind !== 'RESULT' && kind !== 'TENDER') return kind
  return byTitle.find(([words]) => words.test(title))?.[1] ?? kind
}

const provinces =
  '11北京 12天津 13河北 14山西 15内蒙古 21辽宁 22吉林 23黑龙江 31上海 32江苏 33浙江 34安徽 35福建 36江西 37山东 41河南 42湖北 43湖南 44广东 45广西 46海南 50重庆 51四川 52贵州 53云南 54西藏 61陕西 62甘肃 63青海 64宁夏 65新疆'
const codeByName = new Map(provinces.split(' ').map((one) => [one.slice(2), one.slice(0, 2)] as const))

/** `660000` stands for the Xinjiang production and construction corps (兵团) and is no division of GB/T 2260. */
const outside = /^66/
const divisionTable = { system: own.system, tableVersion: 'provinces/2026-03' } as const

/** The province of a notice by its code, else by its name, which may lack 省 or 市. */
export function provinceOf(code: string | null, name: string | null) {
  const known =
    code ?? codeByName.get(name?.replace(/(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$/, '') ?? '') ?? null
  if (known === null || !/^\d{2}(?:\d{4})?$/.test(known) || outside.test(known))
    return { divisionCode: null, rawDivision: known === null ? null : { ...divisionTable, code: known } }
  return { divisionCode: known.padEnd(12, '0'), rawDivision: null }
}
