import { platform } from '../city/companies.ts'
import type { TreeRecord } from '../shared/tree.ts'
import { compactDigits } from './digits.ts'
import { chineseTime, type Notice, tenderDates } from './notice.ts'
import type { Bid, Lot, Price } from './project.ts'
import { type Stage, stageInfo } from './stages.ts'

// The national exchange block. BID_AMOUNT and CONTROL_PRICE are 万元, DOC_PRICE is yuan: so the family has it.

const priceFields = (price: Price): TreeRecord => ({
  BID_AMOUNT: price.kind === 'amount' ? price.wan : '',
  RATE: price.kind === 'rate' ? price.percent : '',
  OTHER_WIN_PRICE: price.kind === 'words' ? price.words : '',
})

const bidderFields = ({ companies, price }: Bid, rank: number, period: string): TreeRecord => ({
  BIDDER_NAME: companies.map(({ name }) => name).join('、'),
  BIDDER_CODE_TYPE: '97',
  BIDDER_CODE: companies.map(({ code }) => code).join('、'),
  BIDDER_ROLE: companies.length > 1 ? '2' : '1',
  RANK: String(rank),
  ...priceFields(price),
  CONTRACT_PERIOD: period,
})

const shownBids = (stage: Stage, { bids }: Lot): readonly Bid[] => {
  if (stage === 'zhongbiaohx' || stage === 'kaibiao') return bids
  return stage === 'zhongbiao' || stage === 'hetong' ? [bids[0]] : []
}

const sectionFields = (stage: Stage, lot: Lot): TreeRecord => ({
  BID_SECTION_CODE: lot.code,
  BID_SECTION_NAME: lot.name,
  UNIFIED_DEAL_CODE: lot.dealCode,
  CONTROL_PRICE: lot.controlPrice,
  BIDDERS: shownBids(stage, lot).map((bid, index) => bidderFields(bid, index + 1, lot.period)),
})

const tenderFields = (notice: Notice): TreeRecord => {
  const { sold, deadline } = tenderDates(notice)
  return {
    BID_OPEN_TIME: chineseTime(deadline),
    BID_DOC_REFER_END_TIME: chineseTime(deadline),
    DOC_GET_START_TIME: `${compactDigits(sold[0])}090000`,
    DOC_GET_END_TIME: `${compactDigits(sold[1])}170000`,
    DOC_PRICE: notice.project.subject.sector === 'gcjs' ? '500' : '0',
    SYNDICATED_FLAG: notice.project.subject.trade === 'works' ? '1' : '0',
  }
}

/** An amendment moves the deadline and the opening, which begins when bids may no longer come. */
const amendedFields = (notice: Notice): TreeRecord => {
  const moved = chineseTime(tenderDates(notice).deadline, '14时00分')
  return { BID_OPEN_TIME: moved, BID_DOC_REFER_END_TIME: moved, IS_POSTPONE: '1' }
}

const publicityFields = (notice: Notice): TreeRecord => {
  const [from, to] = tenderDates(notice).publicity
  return { PUBLICITY_START_TIME: chineseTime(from, '18时00分'), PUBLICITY_END_TIME: chineseTime(to, '18时00分') }
}

const exceptionFields = (): TreeRecord => ({
  EXCEPITON_NAME: '中标候选人被质疑',
  EXCEPITON_INFOR: '收到对第一中标候选人业绩的异议,经核查成立,重新公示候选人。',
})

const ownFields: Partial<Record<Stage, (notice: Notice) => TreeRecord>> = {
  zhaobiao: tenderFields,
  zgys: tenderFields,
  biangeng: amendedFields,
  zhongbiaohx: publicityFields,
  yichang: exceptionFields,
}

/** The `notice` part of a record. */
export const exchangeBlock = (notice: Notice): TreeRecord => {
  const { project, stage } = notice
  return {
    PROJECT_CODE: project.code,
    PROJECT_NAME: project.name,
    TENDER_PROJECT_CODE: project.tenderCode,
    DEAL_CLASSIFY_CODE: project.subject.classify,
    NOTICE_NAME: notice.title,
    NOTICE_NATURE: stageInfo[stage].nature,
    NOTICE_SEND_TIME: compactDigits(notice.publishedAt),
    NOTICE_MEDIA: platform.name,
    TENDERER_NAME: project.tenderer.name,
    TENDERER_CODE: project.tenderer.code,
    TENDER_AGENCY_NAME: project.agency.name,
    TENDER_AGENCY_CODE: project.agency.code,
    PLATFORM_CODE: platform.code,
    PUB_SERVICE_PLAT_CODE: platform.code,
    RELATE_NOTICE_ID: notice.relatedId,
    FIRST_NOTICE_ID: notice.firstId,
    DATA_TIMESTAMP: compactDigits(notice.editedAt),
    ...ownFields[stage]?.(notice),
    SECTIONS: project.lots.map((lot) => sectionFields(stage, lot)),
  }
}
