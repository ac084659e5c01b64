import { ownCodes } from '@tongban/gateway'

const own = { system: 'sx-trading', source: 'interface document of the trading platform' } as const

/** `stage` of a notice. */
export const stages = ownCodes({
  ...own,
  tableVersion: 'stage/1',
  codes: {
    yucai: 'PLAN',
    zgys: 'PREQUALIFICATION',
    zhaobiao: 'TENDER',
    biangeng: 'AMENDMENT',
    chengqing: 'CLARIFICATION',
    kaibiao: 'BID_OPENING',
    zhongbiaohx: 'WINNING_CANDIDATE',
    zhongbiao: 'RESULT',
    liubiao: 'EXCEPTION',
    yichang: 'EXCEPTION',
    hetong: 'CONTRACT',
  },
})

/** `NOTICE_NATURE` of the national exchange. */
export const natures = ownCodes({
  ...own,
  tableVersion: 'notice_nature/1',
  codes: { '1': 'NORMAL', '2': 'AMENDED', '9': 'OTHER' },
})

/** First letter of `projectjiaoyitypeex`: A engineering, B government procurement. */
export const sectors = ownCodes({
  ...own,
  tableVersion: 'projectjiaoyitypeex/1',
  codes: { A: 'CONSTRUCTION', B: 'PROCUREMENT' },
})
