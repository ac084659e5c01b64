import type { NoticeInput } from '../../../domains/notices/port.ts'
import { htmlText } from '../../reading/html.ts'
import { projectName } from '../notices/project.ts'
import {
  type NoticeDraft,
  type NoticeReading,
  type Refusal,
  type RowReader,
  readNotice,
  refused,
  type Unread,
} from '../notices/reading.ts'
import { bulletinTypes, creditCodeType, natures } from './codes.ts'
import { gcjsPrice } from './price.ts'
import { type CommonRow, exceptionRow, resultRow, type TenderRow, tenderRow } from './rows.ts'
import { checkedCode, winnersOf } from './winners.ts'

type Period = NonNullable<NoticeInput['periods']>[number]

/** Rows have no number of their own in all editions; what tells them apart then is what they are about, and when. */
const keyOf = (row: CommonRow, sections: string, element: string): string =>
  row.NOTICE_ID ??
  [element, row.TENDER_PROJECT_CODE, sections, row.BULLETIN_TYPE, row.NOTICE_SEND_TIME].filter(Boolean).join('/')

const party = (
  role: 'TENDERER' | 'AGENT',
  name: string | null,
  code: string | null,
  type: string | null,
  unread: Unread,
) => {
  if (name === null) return []
  const isCredit = type === null || type === creditCodeType
  return [{ role, name, creditCode: isCredit ? checkedCode(code ?? undefined, `${role}_CODE`, unread) : null }]
}

const divisionOf = (code: string | null) =>
  code !== null && /^\d{6}(?:\d{6})?$/.test(code) ? { divisionCode: code.padEnd(12, '0') } : {}

function commonOf(row: CommonRow, title: string, publishedAt: string, unread: Unread) {
  const code = row.TENDER_PROJECT_CODE ?? row.PROJECT_CODE
  return {
    nature: natures.name(row.NOTICE_NATURE),
    sector: 'CONSTRUCTION' as const,
    title,
    publishedAt,
    ...divisionOf(row.REGION_CODE),
    project: code === null ? null : { code, name: projectName(title) || title },
    parties: [
      ...party('TENDERER', row.TENDERER_NAME, row.TENDERER_CODE, row.TENDER_CODE_TYPE, unread),
      ...party('AGENT', row.TENDER_AGENCY_NAME, row.TENDER_AGENCY_CODE, row.TENDER_AGENCY_CODE_TYPE, unread),
    ],
    media: row.NOTICE_MEDIA,
    relatedKey: row.PSP_RELATE_NOTICE_ID,
    firstKey: row.PSP_FIRST_NOTICE_ID,
    text: row.NOTICE_CONTENT === null ? null : htmlText(row.NOTICE_CONTENT) || null,
    url: row.URL,
  }
}

const period = (kind: Period['kind'], from: string | null, to: string | null): Period[] =>
  from === null && to === null ? [] : [{ kind, from, to }]

/** Sections and their unified codes stand in the same order. */
function sectionsOf(row: TenderRow, unread: Unread) {
  const { BID_SECTION_CODES: sections, UNIFIED_DEAL_CODES: codes } = row
  const isPaired = sections.length === codes.length
  if (codes.length > 0 && !isPaired)
    unread('UNIFIED_DEAL_CODES', `${codes.length} codes for ${sections.length} sections`)
  return sections.map((number, index) => ({ number, tradeCode: isPaired ? (codes[index] ?? null) : null }))
}

const lacking = (row: CommonRow, title: string | null): Refusal | null => {
  if (title === null) return { path: 'NOTICE_NAME', reason: 'expected text, found nothing' }
  return row.NOTICE_SEND_TIME === null ? { path: 'NOTICE_SEND_TIME', reason: 'expected a time, found nothing' } : null
}

const tenderReader: RowReader<typeof tenderRow> = {
  schema: tenderRow,
  key: 'NOTICE_ID',
  read(row, unread): NoticeDraft | Refusal {
    const { NOTICE_NAME: title, NOTICE_SEND_TIME: sentAt } = row
    if (title === null || sentAt === null)
      return lacking(row, title) ?? { path: 'NOTICE_NAME', reason: 'expected text' }
    const kind = bulletinTypes.name(row.BULLETIN_TYPE)
    if (kind === null) unread('BULLETIN_TYPE', 'not in the table of types')
    return {
      ...commonOf(row, title, sentAt, unread),
      key: keyOf(row, row.BID_SECTION_CODES.join(','), 'GCJS_NOTICE'),
      kind: row.IS_POSTPONE === true ? 'AMENDMENT' : (kind ?? 'OTHER'),
      rawKind: bulletinTypes.raw(row.BULLETIN_TYPE),
      lots: sectionsOf(row, unread),
      periods: [
        ...period('DOCUMENT_SALE', row.DOC_GET_START_TIME, row.DOC_GET_END_TIME),
        ...period('BIDDING', null, row.BID_DOC_REFER_END_TIME),
        ...period('OPENING', row.BID_OPEN_TIME, row.BID_OPEN_TIME),
      ],
      jointBid: row.SYNDICATED_FLAG,
      documentPrice: row.DOC_PRICE,
    }
  },
}

const resultReader: RowReader<typeof resultRow> = {
  schema: resultRow,
  key: 'NOTICE_ID',
  read(row, unread): NoticeDraft | Refusal {
    const { NOTICE_NAME: title, NOTICE_SEND_TIME: sentAt } = row
    if (title === null || sentAt === null)
      return lacking(row, title) ?? { path: 'NOTICE_NAME', reason: 'expected text' }
    if (row.BID_SECTION_CODE === null) return { path: 'BID_SECTION_CODE', reason: 'expected text, found nothing' }
    const bidders = winnersOf(row, unread)
    if (!bidders) return { path: 'WIN_BIDDER_NAME', reason: 'expected a winner, found nothing' }
    const awards = [{ bidders, price: gcjsPrice(row, unread) }]
    return {
      ...commonOf(row, title, sentAt, unread),
      key: keyOf(row, row.BID_SECTION_CODE, 'GCJS_RESULT_NOTICE'),
      kind: 'RESULT',
      lots: [{ number: row.BID_SECTION_CODE, tradeCode: row.UNIFIED_DEAL_CODE, awards }],
      periods: period('OPENING', row.PSP_BID_OPEN_TIME, row.PSP_BID_OPEN_TIME),
    }
  },
}

const exceptionReader: RowReader<typeof exceptionRow> = {
  schema: exceptionRow,
  key: 'NOTICE_ID',
  read(row, unread): NoticeDraft | Refusal {
    const title = row.EXCEPITON_NAME ?? row.NOTICE_NAME
    const sentAt = row.NOTICE_SEND_TIME ?? row.APPROVAL_TIME
    if (title === null) return { path: 'EXCEPITON_NAME', reason: 'expected text, found nothing' }
    if (sentAt === null) return { path: 'APPROVAL_TIME', reason: 'expected a time, found nothing' }
    return {
      ...commonOf(row, title, sentAt, unread),
      key: keyOf({ ...row, NOTICE_SEND_TIME: sentAt }, row.BID_SECTION_CODE ?? '', 'GCJS_ABNORMITY_REPORT'),
      kind: 'EXCEPTION',
      lots: row.BID_SECTION_CODE === null ? [] : [{ number: row.BID_SECTION_CODE, tradeCode: row.UNIFIED_DEAL_CODE }],
      text: row.EXCEPITON_INFOR,
    }
  },
}

/**
 * Reads one element of the engineering family (GCJS) of the national trading data specification.
 *
 * @param element its name, for example `GCJS_NOTICE`
 */
export function readGcjs(element: string, row: unknown): NoticeReading {
  if (element === 'GCJS_NOTICE') return readNotice(row, tenderReader)
  if (element === 'GCJS_RESULT_NOTICE') return readNotice(row, resultReader)
  if (/ABNORMITY_REPORT$/.test(element)) return readNotice(row, exceptionReader)
  return refused(null, element.slice(0, 60), 'expected a notice, a result notice or an abnormity report')
}
