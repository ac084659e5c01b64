import { ownCodes } from '../../reading/code-table.ts'

const own = {
  system: 'gcjs',
  source: '公共资源交易平台系统数据规范 V2.0 (发改办法规〔2018〕1156号), engineering',
} as const

/** `NOTICE_NATURE` (公告性质). */
export const natures = ownCodes({
  ...own,
  tableVersion: 'NOTICE_NATURE/V2.0',
  codes: { '1': 'NORMAL', '2': 'AMENDED', '9': 'OTHER' },
})

/** `BULLETIN_TYPE` of a tender notice (公告类型). */
export const bulletinTypes = ownCodes({
  ...own,
  tableVersion: 'BULLETIN_TYPE/V2.0',
  codes: { '1': 'TENDER', '2': 'PREQUALIFICATION' },
})

/** `BIDDER_CODE_TYPE`: 97 is a unified social credit code. */
export const creditCodeType = '97'

/** `BID_CURRENCY`, by GB/T 12406 in letters or digits. Other currencies are told only where they are written in letters. */
export const currencyOf = (code: string | null): string | null =>
  code === null || code === '156' ? 'CNY' : /^[A-Z]{3}$/.test(code) ? code : null
