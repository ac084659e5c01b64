import { ownCodes } from '../../reading/code-table.ts'

const own = { system: 'yichang-ggzy', source: 'published interface of the Yichang trading platform' } as const

/** `categorynum` of a notice (栏目): construction, the stages that are published. */
export const categories = ownCodes({
  ...own,
  tableVersion: 'categorynum/2025',
  codes: { '003001002': 'PREQUALIFICATION', '003001004': 'WINNING_CANDIDATE', '003001005': 'RESULT' },
})

/** First letter of `projectjiaoyitypeex` (A01 to A99): A is construction. */
export const sectors = ownCodes({ ...own, tableVersion: 'projectjiaoyitypeex/2025', codes: { A: 'CONSTRUCTION' } })

/** `xiaqucode`: divisions of GB/T 2260, and one code for what the city itself tenders (市本级), which is none. */
export const ofTheCity = /^(\d{4})01$/
export const divisionTable = { system: own.system, tableVersion: 'xiaqucode/2025' } as const

const sixDigits = /^\d{6}$/

/** The division of a notice; the code for 市本级 is the city's, and stays beside it. */
export function divisionOf(code: string | null) {
  if (code === null || !sixDigits.test(code)) return { divisionCode: null, rawDivision: rawDivision(code) }
  const city = ofTheCity.exec(code)?.[1]
  if (city === undefined) return { divisionCode: code.padEnd(12, '0'), rawDivision: null }
  return { divisionCode: city.padEnd(12, '0'), rawDivision: rawDivision(code) }
}

const rawDivision = (code: string | null) => (code === null ? null : { ...divisionTable, code })
