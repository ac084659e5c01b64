import { field, readDecimal, readMoney, shiftDecimal } from '@tongban/gateway'
import { z } from 'zod'

const text = field.text

const bidderRow = z.object({
  BIDDER_NAME: field.codes('、'),
  BIDDER_CODE: field.codes('、'),
  RANK: field.whole,
  BID_AMOUNT: text,
  RATE: text,
  OTHER_WIN_PRICE: text,
  CONTRACT_PERIOD: text,
})
type BidderRow = z.output<typeof bidderRow>

/** A section (标段) of the national exchange block. `CONTROL_PRICE` and `BID_AMOUNT` are 万元. */
export const sectionRow = z.object({
  BID_SECTION_CODE: field.required,
  BID_SECTION_NAME: text,
  UNIFIED_DEAL_CODE: text,
  CONTROL_PRICE: text,
  BIDDERS: field.list(bidderRow),
})
type SectionRow = z.output<typeof sectionRow>

/** Collects what could not be read, with the place it was read from. */
export type Unread = (place: string, why: string) => void

/**
 * A price as stated: an amount in 万元, a rate in percent, or whatever else was written. Digits that are no plain number are not
 * repaired.
 */
function priceOf(row: BidderRow, unread: Unread) {
  const money = row.BID_AMOUNT === null ? undefined : readMoney(row.BID_AMOUNT, '万元')
  if (money) return { kind: 'money' as const, ...money }
  const percent = row.RATE === null ? undefined : readDecimal(row.RATE.replace(/[%%]$/, ''))
  if (percent !== undefined) return { kind: 'rate' as const, percent }
  const raw = row.BID_AMOUNT ?? row.RATE ?? row.OTHER_WIN_PRICE
  unread('price', raw === null ? 'not stated' : 'neither an amount nor a rate')
  return { kind: 'unstated' as const, raw }
}

interface Bidder {
  readonly role: BidderRole
  readonly name: string
  readonly creditCode: string | null
}
type BidderRole = 'BIDDER' | 'WINNER'

/**
 * Consortium members and their codes are joined in the same order; with another number of codes nobody knows whose is whose.
 * The one who leads comes first; undefined when nobody is named.
 */
function biddersOf(row: BidderRow, role: BidderRole, unread: Unread): [Bidder, ...Bidder[]] | undefined {
  const { BIDDER_NAME: names, BIDDER_CODE: codes } = row
  const isPaired = codes.length === names.length
  if (!isPaired && codes.length > 0) unread('BIDDER_CODE', `${codes.length} codes for ${names.length} bidders`)
  const [lead, ...others] = names.map((name, index) => ({
    role,
    name,
    creditCode: isPaired ? (codes[index] ?? null) : null,
  }))
  return lead && [lead, ...others]
}

/** Yuan amounts the HTML tables state; empty when the notice has none. */
export type StatedYuan = ReadonlySet<string>

export const yuanIn = (cells: readonly string[]): StatedYuan =>
  new Set(
    cells
      .flatMap((cell) => (/^[\d,]+\.\d{2}$/.test(cell) ? (readDecimal(cell) ?? []) : []))
      .map((one) => shiftDecimal(one, 0)),
  )

/** What a row of bidders says; nothing when nobody is named. */
function bidOf(row: BidderRow, role: BidderRole, stated: StatedYuan, unread: Unread) {
  const bidders = biddersOf(row, role, unread)
  if (!bidders) return []
  const price = priceOf(row, unread)
  if (price.kind === 'money' && stated.size > 0 && !stated.has(shiftDecimal(price.value, 0)))
    unread('BID_AMOUNT', 'the text of the notice states another amount')
  return [{ rank: row.RANK, bidders, price, performance: row.CONTRACT_PERIOD }]
}

/** Kinds of notice in which somebody has won. */
const settled: ReadonlySet<string | null> = new Set(['RESULT', 'CONTRACT'])

/**
 * A lot with its bidders; the amount in the block and the one people read must be the same. Rows of an opening record are bids:
 * their numbers are no places.
 */
export function lotOf(row: SectionRow, kind: string | null, stated: StatedYuan, unread: Unread) {
  const estimate = row.CONTROL_PRICE === null ? null : (readMoney(row.CONTROL_PRICE, '万元') ?? null)
  if (row.CONTROL_PRICE !== null && estimate === null) unread('CONTROL_PRICE', 'no plain number')
  const role = settled.has(kind) ? 'WINNER' : 'BIDDER'
  const rows = row.BIDDERS.flatMap((bidder) => bidOf(bidder, role, stated, unread))
  const isOpening = kind === 'BID_OPENING'
  return {
    number: row.BID_SECTION_CODE,
    name: row.BID_SECTION_NAME,
    tradeCode: row.UNIFIED_DEAL_CODE,
    estimate,
    bids: isOpening ? rows.map(({ rank: _number, ...bid }) => bid) : [],
    awards: isOpening ? [] : rows,
  }
}
