import { z } from 'zod'
import { money, rawCode } from '../items/record.ts'

/** Kinds of notice; equal to the SDL enum `NoticeKind`. */
export const noticeKinds = [
  'PLAN',
  'TENDER',
  'PREQUALIFICATION',
  'PREQUALIFICATION_DOCUMENT',
  'CLARIFICATION',
  'AMENDMENT',
  'BID_OPENING',
  'WINNING_CANDIDATE',
  'RESULT',
  'CONTRACT',
  'TERMINATION',
  'EXCEPTION',
  'OTHER',
] as const
/** Sectors; equal to the SDL enum `TradingSector`. */
export const tradingSectors = ['CONSTRUCTION', 'PROCUREMENT', 'LAND', 'MINING', 'STATE_PROPERTY', 'OTHER'] as const

const instant = z.iso.datetime({ offset: true })
const party = z.object({
  role: z.enum(['TENDERER', 'BUYER', 'AGENT', 'BIDDER', 'WINNER', 'OTHER']),
  name: z.string().min(1),
  creditCode: z.string().nullable().default(null),
})

/** A price as stated; never guessed. */
export const price = z.discriminatedUnion('kind', [
  money.extend({ kind: z.literal('money') }),
  z.object({ kind: z.literal('rate'), percent: z.string(), of: z.string().nullable().default(null) }),
  z.object({ kind: z.literal('unstated'), raw: z.string().nullable().default(null) }),
])

/** A trading notice as the gateway keeps it. */
export const noticeRecord = z.object({
  /** Identifier at its platform. */
  key: z.string().min(1),
  kind: z.enum(noticeKinds),
  rawKind: rawCode.nullable().default(null),
  nature: z.enum(['NORMAL', 'AMENDED', 'OTHER']).default('NORMAL'),
  sector: z.enum(tradingSectors).default('OTHER'),
  title: z.string().min(1),
  publishedAt: instant,
  divisionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullable()
    .default(null),
  project: z
    .object({ code: z.string().min(1), name: z.string().min(1), ocid: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  parties: z.array(party).default([]),
  lots: z
    .array(
      z.object({
        number: z.string().min(1),
        name: z.string().nullable().default(null),
        tradeCode: z.string().nullable().default(null),
        estimate: money.nullable().default(null),
        awards: z
          .array(
            z.object({
              rank: z.int().positive().nullable().default(null),
              bidders: z.tuple([party], party),
              price,
              performance: z.string().nullable().default(null),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  period: z
    .object({
      from: instant.nullable().default(null),
      to: instant.nullable().default(null),
      lastDayForObjection: z.iso.date().nullable().default(null),
    })
    .nullable()
    .default(null),
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
}

/** What a trading platform offers (公共资源交易平台). */
export interface NoticesPort<Call> {
  /** Notices changed after `mark`; null starts from the beginning. */
  changes(request: { readonly mark: string | null; readonly size: number }, call: Call): Promise<NoticePage>
}
