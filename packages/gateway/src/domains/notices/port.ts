import { z } from 'zod'
import type { ReadingsOf } from '../../sources/readings.ts'
import type { SkippedRow } from '../../sources/source.ts'
import { enums } from '../generated/enums.ts'
import { rawCode } from '../items/record.ts'
import { money } from '../money.ts'

const instant = z.iso.datetime({ offset: true })
const party = z.object({
  role: z.enum(enums.PartyRole),
  name: z.string().min(1),
  creditCode: z.string().nullable().default(null),
})

const asWritten = z.string().nullable().default(null)

/** One price. */
const onePrice = [
  money.extend({ kind: z.literal('money') }),
  z.object({
    kind: z.literal('rate'),
    percent: z.string(),
    of: asWritten,
    meaning: z.enum(enums.RateMeaning).nullable().default(null),
    raw: asWritten,
  }),
  z.object({ kind: z.literal('unit'), amount: money, per: z.string().min(1), raw: asWritten }),
  z.object({ kind: z.literal('unstated'), raw: asWritten }),
] as const

/** A price as stated; never guessed. */
export const price = z.discriminatedUnion('kind', [
  ...onePrice,
  z.object({
    kind: z.literal('several'),
    parts: z.array(z.object({ label: asWritten, price: z.discriminatedUnion('kind', [...onePrice]) })).min(1),
    raw: z.string(),
  }),
])
export type PriceInput = z.input<typeof price>

/** What bidders ask for; the one who leads a joint bid comes first. */
const bid = z.object({
  bidders: z.tuple([party], party),
  price,
  performance: z.string().nullable().default(null),
})

const lot = z.object({
  number: z.string().min(1),
  name: z.string().nullable().default(null),
  tradeCode: z.string().nullable().default(null),
  estimate: money.nullable().default(null),
  bids: z.array(bid).default([]),
  awards: z.array(bid.extend({ rank: z.int().positive().nullable().default(null) })).default([]),
})

/** A period; of a moment, such as the opening, both ends are the same. */
const period = z.object({
  kind: z.enum(enums.NoticePeriodKind),
  from: instant.nullable().default(null),
  to: instant.nullable().default(null),
  lastDayForObjection: z.iso.date().nullable().default(null),
})

/** A trading notice as the gateway keeps it. */
export const noticeRecord = z.object({
  /** Identifier at its platform. */
  key: z.string().min(1),
  kind: z.enum(enums.NoticeKind),
  rawKind: rawCode.nullable().default(null),
  nature: z.enum(enums.NoticeNature).nullable().default(null),
  sector: z.enum(enums.TradingSector).default('OTHER'),
  title: z.string().min(1),
  publishedAt: instant,
  divisionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullable()
    .default(null),
  /** The code the source wrote, when it is none of GB/T 2260. */
  rawDivision: rawCode.nullable().default(null),
  project: z
    .object({ code: z.string().min(1), name: z.string().min(1), ocid: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  parties: z.array(party).default([]),
  lots: z.array(lot).default([]),
  periods: z.array(period).default([]),
  /** Whether joint bids are allowed; null when it is not stated. */
  jointBid: z.boolean().nullable().default(null),
  media: z.array(z.string().min(1)).default([]),
  /** Key of the notice this one follows or changes. */
  relatedKey: z.string().nullable().default(null),
  /** Key of the first notice of its chain. */
  firstKey: z.string().nullable().default(null),
  documentPrice: money.nullable().default(null),
  text: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  unread: z.array(z.string()).default([]),
})
export type NoticeRecord = z.output<typeof noticeRecord>
export type NoticeInput = z.input<typeof noticeRecord>

/** A page of notices in the order in which the source changed them. `mark` resumes after this page. */
export interface NoticePage {
  readonly notices: readonly NoticeInput[]
  readonly mark: string
  readonly more: boolean
  /** Notices that could not be read and were left out. */
  readonly skipped?: readonly SkippedRow[]
}

/** What a trading platform offers (公共资源交易平台). */
export interface NoticesPort<Call> {
  /** Notices changed after `mark`; null starts from the beginning. */
  changes(request: { readonly mark: string | null; readonly size: number }, call: Call): Promise<NoticePage>
}

/** @see ReadingsOf */
export const noticeReadings: ReadingsOf<NoticesPort<never>> = {
  changes: { kind: 'WHOLE', about: 'EVERYBODY', pages: 'CHANGES' },
}
