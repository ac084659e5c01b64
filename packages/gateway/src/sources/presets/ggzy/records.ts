import { z } from 'zod'
import { field } from '../../reading/fields.ts'
import { type NoticeReading, type RowReader, readNotice } from '../notices/reading.ts'
import { nationalNotice } from './notice.ts'

const heading = {
  title: field.required,
  businessTypeText: field.text,
  provinceText: field.text,
  publishTime: field.instant,
} as const

const record = z.object({
  ...heading,
  recordId: field.required,
  informationTypeCode: field.text,
  provinceCode: field.text,
  projectCode: field.text,
  buyer: field.text,
  tenderAgency: field.text,
  budgetText: field.text,
  structuredFields: z.record(z.string(), z.string()).nullish(),
  contentText: field.text,
  contentTruncated: field.flag,
  detailUrl: field.text,
})

const listRow = z.object({
  ...heading,
  id: field.required,
  informationType: field.text,
  province: field.text,
  tenderProjectCode: field.text,
  url: field.text,
})

/** What the pages of a notice add to its row of the list. */
export interface PageFacts {
  readonly projectCode: string | null
  readonly firstKey: string | null
  readonly fields: Readonly<Record<string, string>>
  readonly text: string | null
}

const recordReader: RowReader<typeof record> = {
  schema: record,
  key: 'recordId',
  read: (row, unread) =>
    nationalNotice(
      {
        key: row.recordId,
        title: row.title,
        type: row.informationTypeCode,
        business: row.businessTypeText,
        province: { code: row.provinceCode, name: row.provinceText },
        publishedAt: row.publishTime,
        projectCode: row.projectCode,
        buyer: row.buyer,
        agent: row.tenderAgency,
        budget: row.budgetText,
        fields: row.structuredFields ?? {},
        text: row.contentText,
        isCut: row.contentTruncated ?? false,
        url: row.detailUrl,
        firstKey: null,
      },
      unread,
    ),
}

const listReader = (origin: string, pages: PageFacts | null): RowReader<typeof listRow> => ({
  schema: listRow,
  key: 'id',
  read(row, unread) {
    if (pages === null) unread('text', 'the pages of the notice could not be read')
    const facts = {
      key: row.id,
      title: row.title,
      type: row.informationType,
      business: row.businessTypeText,
      province: { code: row.province, name: row.provinceText },
      publishedAt: row.publishTime,
      projectCode: row.tenderProjectCode ?? pages?.projectCode ?? null,
      buyer: null,
      agent: null,
      budget: null,
      fields: pages?.fields ?? {},
      text: pages?.text ?? null,
      isCut: false,
      url: row.url === null ? null : (URL.parse(row.url, origin)?.href ?? null),
      firstKey: pages?.firstKey === row.id ? null : (pages?.firstKey ?? null),
    }
    return nationalNotice(facts, unread)
  },
})

/** A notice that was taken apart into a record with its text. */
export const readNationalRecord = (row: unknown): NoticeReading => readNotice(row, recordReader)

/** A row of the platform's list, with what its pages add; null when they could not be read. */
export const readListRow = (row: unknown, origin: string, pages: PageFacts | null): NoticeReading =>
  readNotice(row, listReader(origin, pages))
