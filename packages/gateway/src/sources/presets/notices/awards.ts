import type { NoticeInput } from '../../../domains/notices/port.ts'
import { halfWidth } from '../../reading/nothing.ts'
import { priceColumn } from '../prices/column.ts'
import { readPrice } from '../prices/read-price.ts'
import { biddersOf } from './bidders.ts'
import type { Unread } from './reading.ts'

type Award = NonNullable<NonNullable<NoticeInput['lots']>[number]['awards']>[number]

/** What a table or record says of one bidder. */
export interface Candidate {
  readonly bidder: string
  readonly price: string
  /** Header of the column the price stands in. */
  readonly priceHeader: string
  readonly performance?: string | null
  readonly rank?: number | null
}

/** What forms write into fields nobody filled in. */
export const filled = (text: string | null | undefined): string | null => {
  const found = text?.trim() ?? ''
  return found === '' || /^[/\\\-—无]$/.test(found) ? null : found
}

/** A number of days below a header that says so gets its unit; everything else stays as written. */
export const performanceOf = (text: string | null | undefined): string | null => {
  const found = filled(text)
  return found !== null && /^\d+$/.test(halfWidth(found)) ? `${halfWidth(found)}天` : found
}

/** An award of a lot; nothing when nobody is named. Prices that leave a doubt are noted. */
export function awardOf(candidate: Candidate, role: 'BIDDER' | 'WINNER', unread: Unread): Award[] {
  const bidders = biddersOf(candidate.bidder, role)
  if (!bidders) return []
  const reading = readPrice(candidate.price, priceColumn(candidate.priceHeader))
  if (reading.price.kind === 'unstated') unread('price', reading.class.toLowerCase().replaceAll('_', ' '))
  const { rank = null, performance } = candidate
  return [{ rank, bidders, price: reading.price, performance: performanceOf(performance) }]
}
