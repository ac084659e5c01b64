import { z } from 'zod'
import { field } from '../../reading/fields.ts'

const text = field.text

/** What all notices of the family have. Whatever a row has besides (numbers of processors and network cards, persons) is not read. */
const common = {
  NOTICE_ID: text,
  PROJECT_CODE: text,
  TENDER_PROJECT_CODE: text,
  NOTICE_NAME: text,
  NOTICE_CONTENT: text,
  NOTICE_SEND_TIME: field.instant,
  NOTICE_MEDIA: field.codes(/[,，、;；]/),
  URL: text,
  NOTICE_NATURE: text,
  BULLETIN_TYPE: text,
  PSP_RELATE_NOTICE_ID: text,
  PSP_FIRST_NOTICE_ID: text,
  REGION_CODE: text,
  TENDERER_NAME: text,
  TENDERER_CODE: text,
  TENDER_CODE_TYPE: text,
  TENDER_AGENCY_NAME: text,
  TENDER_AGENCY_CODE: text,
  TENDER_AGENCY_CODE_TYPE: text,
  IS_POSTPONE: field.flag,
  DATA_TIMESTAMP: text,
} as const

/** 招标公告 / 资格预审公告: element `GCJS_NOTICE`. Several sections in one field are joined by commas. */
export const tenderRow = z.object({
  ...common,
  BID_SECTION_CODES: field.codes(/[,，]/),
  UNIFIED_DEAL_CODES: field.codes(/[,，]/),
  DOC_GET_START_TIME: field.instant,
  DOC_GET_END_TIME: field.instant,
  BID_DOC_REFER_END_TIME: field.instant,
  BID_OPEN_TIME: field.instant,
  DOC_PRICE: field.money('元'),
  SYNDICATED_FLAG: field.flag,
})

/** 中标结果公告: element `GCJS_RESULT_NOTICE`, one section each. */
export const resultRow = z.object({
  ...common,
  BID_SECTION_CODE: text,
  UNIFIED_DEAL_CODE: text,
  WIN_BIDDER_NAME: text,
  WIN_BIDDER_CODE: text,
  BIDDER_CODE_TYPE: text,
  N_BIDDER_CODE_TYPE: text,
  UNION_NAME: text,
  UNION_CODE: text,
  BID_AMOUNT: text,
  BID_CURRENCY: text,
  PRICE_UNIT: text,
  RATE: text,
  OTHER_WIN_PRICE: text,
  PSP_BID_OPEN_TIME: field.instant,
})

/** 异常报告: the specification spells its fields so. */
export const exceptionRow = z.object({
  ...common,
  BID_SECTION_CODE: text,
  UNIFIED_DEAL_CODE: text,
  EXCEPITON_NAME: text,
  EXCEPITON_INFOR: text,
  APPROVAL_TIME: field.instant,
})

export type TenderRow = z.output<typeof tenderRow>
export type CommonRow = Pick<TenderRow, keyof typeof common>
