import { field, htmlTables, htmlText, sourceFailure } from '@tongban/gateway'
import { z } from 'zod'
import { natures, sectors, stages } from './codes.ts'
import { lotOf, sectionRow, type Unread, yuanIn } from './lots.ts'
import { periodFields, periodsOf } from './periods.ts'

const text = field.text

/** The national exchange block, GCJS family. `DOC_PRICE` is yuan while the amounts of sections are 万元. */
const block = z.object({
  PROJECT_CODE: text,
  PROJECT_NAME: text,
  NOTICE_NATURE: text,
  NOTICE_SEND_TIME: field.instant,
  NOTICE_MEDIA: field.codes(/[,,、;;]/),
  RELATE_NOTICE_ID: text,
  FIRST_NOTICE_ID: text,
  SYNDICATED_FLAG: field.flag,
  ...periodFields,
  DOC_PRICE: field.money('元'),
  TENDERER_NAME: text,
  TENDERER_CODE: text,
  TENDER_AGENCY_NAME: text,
  TENDER_AGENCY_CODE: text,
  SECTIONS: field.list(sectionRow),
})
type Block = z.output<typeof block>

export const record = z.object({
  infoid: field.required,
  title: field.required,
  stage: text,
  pubinwebdate: field.instant,
  infodate: field.instant,
  xiaqucode: text,
  projectjiaoyitypeex: text,
  infourl: text,
  infocontent: text,
  notice: field.object(block),
})
type NoticeRow = z.output<typeof record>

const partiesOf = (notice: Block, role: 'TENDERER' | 'BUYER') => [
  ...(notice.TENDERER_NAME ? [{ role, name: notice.TENDERER_NAME, creditCode: notice.TENDERER_CODE }] : []),
  ...(notice.TENDER_AGENCY_NAME
    ? [{ role: 'AGENT' as const, name: notice.TENDER_AGENCY_NAME, creditCode: notice.TENDER_AGENCY_CODE }]
    : []),
]

const sectorOf = (row: NoticeRow) => sectors.name(row.projectjiaoyitypeex?.slice(0, 1) ?? null)

const fromBlock = (row: NoticeRow, notice: Block, unread: Unread) => {
  const kind = stages.name(row.stage)
  const sector = sectorOf(row)
  const stated = yuanIn(htmlTables(row.infocontent ?? '').flat(2))
  return {
    nature: natures.name(notice.NOTICE_NATURE),
    project:
      notice.PROJECT_CODE === null ? null : { code: notice.PROJECT_CODE, name: notice.PROJECT_NAME ?? row.title },
    parties: partiesOf(notice, sector === 'PROCUREMENT' ? 'BUYER' : 'TENDERER'),
    lots: notice.SECTIONS.map((section, index) =>
      lotOf(section, kind, stated, (place, why) => unread(`lots.${index}.${place}`, why)),
    ),
    periods: periodsOf(notice),
    jointBid: notice.SYNDICATED_FLAG,
    media: notice.NOTICE_MEDIA,
    relatedKey: notice.RELATE_NOTICE_ID,
    firstKey: notice.FIRST_NOTICE_ID,
    documentPrice: notice.DOC_PRICE,
  }
}

/** A notice as the gateway keeps it. What cannot be read is said in `unread` and never guessed. */
export function noticeOf(row: NoticeRow, origin: string) {
  const unread: string[] = []
  const note: Unread = (place, why) => unread.push(`${place}: ${why}`)
  const publishedAt = row.notice?.NOTICE_SEND_TIME ?? row.pubinwebdate ?? row.infodate
  if (publishedAt === null) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'records: a notice without a time' })
  if (row.notice === null) note('notice', 'no exchange block, only text')
  const kind = stages.name(row.stage)
  if (kind === null) note('stage', 'not in the table of kinds')
  const sector = sectorOf(row)
  if (sector === null) note('projectjiaoyitypeex', 'not in the table of sectors')
  return {
    key: row.infoid,
    kind: kind ?? ('OTHER' as const),
    rawKind: stages.raw(row.stage),
    sector: sector ?? ('OTHER' as const),
    title: row.title,
    publishedAt,
    divisionCode: row.xiaqucode?.padEnd(12, '0') ?? null,
    text: htmlText(row.infocontent ?? '') || null,
    url: row.infourl === null ? null : new URL(row.infourl, origin).href,
    ...(row.notice === null ? {} : fromBlock(row, row.notice, note)),
    unread,
  }
}
