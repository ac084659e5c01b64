/** A kind of notice, by the portal's pinyin key. */
export type Stage =
  | 'yucai'
  | 'zgys'
  | 'zhaobiao'
  | 'biangeng'
  | 'chengqing'
  | 'kaibiao'
  | 'zhongbiaohx'
  | 'zhongbiao'
  | 'liubiao'
  | 'hetong'
  | 'yichang'

export interface StageInfo {
  readonly name: string
  /** Last three digits of the portal's category number. */
  readonly digits: string
  /** NOTICE_NATURE: 1 normal, 2 amendment, 9 other. */
  readonly nature: '1' | '2' | '9'
  /** Days after the notice before it. */
  readonly after: number
}

export const stageInfo: Record<Stage, StageInfo> = {
  yucai: { name: '招标计划', digits: '000', nature: '9', after: 0 },
  zgys: { name: '资格预审公告', digits: '007', nature: '1', after: 20 },
  zhaobiao: { name: '招标公告', digits: '001', nature: '1', after: 15 },
  biangeng: { name: '变更公告', digits: '002', nature: '2', after: 4 },
  chengqing: { name: '澄清答疑', digits: '003', nature: '2', after: 3 },
  kaibiao: { name: '开标记录', digits: '008', nature: '1', after: 21 },
  zhongbiaohx: { name: '中标候选人公示', digits: '004', nature: '1', after: 1 },
  zhongbiao: { name: '中标结果公告', digits: '005', nature: '1', after: 5 },
  liubiao: { name: '流标公告', digits: '006', nature: '9', after: 1 },
  hetong: { name: '合同公示', digits: '009', nature: '1', after: 18 },
  yichang: { name: '异常报告', digits: '010', nature: '9', after: 2 },
}

const chains: readonly (readonly Stage[])[] = [
  ['zhaobiao', 'biangeng', 'zhongbiaohx', 'zhongbiao', 'hetong'],
  ['zhaobiao', 'zhongbiaohx', 'zhongbiao', 'hetong'],
  ['yucai', 'zhaobiao', 'chengqing', 'kaibiao', 'zhongbiaohx', 'zhongbiao'],
  ['zhaobiao', 'kaibiao', 'zhongbiaohx', 'zhongbiao', 'hetong'],
  ['zgys', 'zhaobiao', 'biangeng', 'chengqing', 'zhongbiaohx', 'zhongbiao', 'hetong'],
  ['zhaobiao', 'kaibiao', 'liubiao', 'zhaobiao', 'zhongbiaohx', 'zhongbiao', 'hetong'],
  ['zhaobiao', 'biangeng', 'zhongbiaohx', 'yichang', 'zhongbiaohx', 'zhongbiao'],
]

const purchases: readonly (readonly Stage[])[] = [
  ['yucai', 'zhaobiao', 'zhongbiao', 'hetong'],
  ['zhaobiao', 'biangeng', 'zhongbiao', 'hetong'],
  ['zhaobiao', 'liubiao', 'zhaobiao', 'zhongbiao'],
]

/** The notices a tender goes through; government purchases have no candidates' publicity. */
export const stagesOf = (index: number, sector: 'gcjs' | 'zfcg'): readonly Stage[] => {
  const list = sector === 'gcjs' ? chains : purchases
  return list[index % list.length] ?? []
}

/** Days of each stage since the first one. */
export const stageOffsets = (stages: readonly Stage[]): number[] => {
  let day = 0
  return stages.map((stage, position) => {
    if (position > 0) day += stageInfo[stage].after
    return day
  })
}
