/** State list of the city, table version `sx-city-state/1`. */
export const stateNames = {
  '02': '收件',
  '05': '受理',
  '06': '补齐补正',
  '07': '不予受理',
  '10': '办结',
  '11': '挂起',
  '12': '在办',
  '13': '退件',
} as const

export type StateCode = keyof typeof stateNames

/** Process result, `sd-noderesult/1`: 0 no · 1 yes · 3 not accepted · 4 accepted · 5 supplement · 6 suspended · 7 returned. */
export const nodeResults = ['', '0', '1', '3', '4', '5', '6', '7'] as const

export type NodeResult = (typeof nodeResults)[number]

/** Finish result, `sd-doneresult/2`: 1 refused · 5 returned · 6 not accepted; empty when granted. */
export const doneResults = ['', '1', '5', '6'] as const

export type DoneResult = (typeof doneResults)[number]

/** Special process, `sd-specialnode/1`: 1 supplement · 5 suspended. */
export const specialTypes = ['', '1', '5'] as const

export type SpecialType = (typeof specialTypes)[number]

/** The steps of the process, by the codes of this system. */
export const nodeNames = {
  SJ: '收件',
  BZ: '补齐补正',
  BZSL: '补正受理',
  SL: '受理',
  SH: '审核',
  GQ: '挂起',
  HF: '恢复',
  JD: '决定',
  ZZ: '制证',
  BJ: '办结',
  TJ: '退件',
  CB: '重报',
} as const

export type NodeCode = keyof typeof nodeNames

/** Refusals of this system. */
export const returnCodes = {
  '2001': '认证失败',
  '2002': '时间戳超出允许范围',
  '3001': '参数缺失',
  '3002': '事项不存在或已取消',
  '3003': '业务流水号已存在',
  '3004': '办件不存在',
  '3005': '当前状态不允许该操作',
  '3006': '单次查询不得超过50个办件',
} as const

export type ReturnCode = keyof typeof returnCodes
