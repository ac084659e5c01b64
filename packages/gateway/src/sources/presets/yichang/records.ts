import { z } from 'zod'
import { field } from '../../reading/fields.ts'
import { publicity, readSpan } from '../notices/periods.ts'
import { natureByTitle, projectByTitle } from '../notices/project.ts'
import { type NoticeReading, type RowReader, readNotice } from '../notices/reading.ts'
import { candidateAwards, candidateHeader } from './candidates.ts'
import { categories } from './codes.ts'
import { fieldsOf, resultOf } from './result.ts'

const heading = {
  infoId: field.required,
  title: field.required,
  infoDate: field.instant,
  url: field.text,
} as const

const candidateRecord = z.object({
  ...heading,
  publicityPeriod: field.text,
  candidates: field.list(z.object({ bidder: field.required, price: field.text })),
})

// The staff of the winner is part of these records and no part of this schema.
const resultRecord = z.object({ ...heading, fields: z.record(z.string(), z.unknown()) })

type Heading = { infoId: string; title: string; infoDate: string | null; url: string | null }

const noTime = { path: 'infoDate', reason: 'expected a date, found nothing' } as const

const common = ({ infoId, title, url }: Heading, publishedAt: string, category: string) => ({
  key: infoId,
  kind: categories.name(category) ?? ('OTHER' as const),
  rawKind: categories.raw(category),
  nature: natureByTitle(title),
  sector: 'CONSTRUCTION' as const,
  title,
  publishedAt,
  project: projectByTitle(title),
  url,
})

const candidateReader: RowReader<typeof candidateRecord> = {
  schema: candidateRecord,
  key: 'infoId',
  read(row, unread) {
    if (row.infoDate === null) return noTime
    const candidates = row.candidates.map(({ bidder, price }) => ({
      bidder,
      price: price ?? '',
      priceHeader: candidateHeader,
    }))
    const awards = candidateAwards(candidates, unread)
    if (awards.length === 0) return { path: 'candidates', reason: 'expected at least one bidder' }
    const period = row.publicityPeriod === null ? undefined : readSpan(row.publicityPeriod)
    if (!period) unread('publicityPeriod', 'no period')
    unread('lots.0.number', 'not stated; counted')
    return {
      ...common(row, row.infoDate, '003001004'),
      lots: [{ number: '1', awards }],
      periods: period ? [publicity(period)] : [],
    }
  },
}

const resultReader: RowReader<typeof resultRecord> = {
  schema: resultRecord,
  key: 'infoId',
  read(row, unread) {
    if (row.infoDate === null) return noTime
    const result = resultOf(fieldsOf(row.fields), unread)
    if (!result) return { path: 'fields.中标人', reason: 'expected a winner, found nothing' }
    return { ...common(row, row.infoDate, '003001005'), ...result }
  },
}

/** A candidate notice (中标候选人公示) that was taken apart into a record. */
export const readCandidateRecord = (row: unknown): NoticeReading => readNotice(row, candidateReader)

/** A result notice (中标结果公告) that was taken apart into a record. Its staff is not read. */
export const readResultRecord = (row: unknown): NoticeReading => readNotice(row, resultReader)
