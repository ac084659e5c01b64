import type { PriceInput } from '../../../domains/notices/port.ts'
import { type MoneyUnit, readDecimal, readMoney } from '../../reading/decimals.ts'
import type { Unread } from '../notices/reading.ts'
import { readPrice } from '../prices/read-price.ts'
import { currencyOf } from './codes.ts'

/** How a result tells its price. */
export interface PriceFields {
  readonly BID_AMOUNT: string | null
  readonly BID_CURRENCY: string | null
  readonly PRICE_UNIT: string | null
  readonly RATE: string | null
  readonly OTHER_WIN_PRICE: string | null
}

/** 万元 unless the row says otherwise in words: codes of `PRICE_UNIT` differ between editions and are not guessed. */
const unitOf = (unit: string | null): MoneyUnit | null =>
  unit === null || unit === '万元' ? '万元' : unit === '元' || unit === '亿元' ? unit : null

const isAmount = (text: string | null): text is string => text !== null && /[1-9]/.test(text)

function amountOf(fields: PriceFields & { BID_AMOUNT: string }): PriceInput | undefined {
  const [unit, currency] = [unitOf(fields.PRICE_UNIT), currencyOf(fields.BID_CURRENCY)]
  const money = unit === null || currency === null ? undefined : readMoney(fields.BID_AMOUNT, unit, currency)
  return money && { kind: 'money', ...money }
}

/**
 * The price of a result (中标价). `BID_AMOUNT` is 万元 while `DOC_PRICE` of the same family is yuan; an empty or zero amount with a
 * `RATE` is a bid by rate; anything else is told in `OTHER_WIN_PRICE`.
 */
export function gcjsPrice(fields: PriceFields, unread: Unread): PriceInput {
  const { BID_AMOUNT: amount, RATE, OTHER_WIN_PRICE: other } = fields
  if (isAmount(amount)) {
    const price = amountOf({ ...fields, BID_AMOUNT: amount })
    if (!price) unread('BID_AMOUNT', 'expected an amount in 万元, or in the unit and currency beside it')
    return (
      price ?? { kind: 'unstated', raw: [amount, fields.PRICE_UNIT, fields.BID_CURRENCY].filter(Boolean).join(' ') }
    )
  }
  const percent = RATE === null ? undefined : readDecimal(RATE.replace(/[%％]\s*$/, ''))
  if (percent !== undefined) return { kind: 'rate', percent }
  const raw = other ?? RATE ?? amount
  const told = readPrice(raw ?? '').price
  if (told.kind === 'unstated') unread('BID_AMOUNT', raw === null ? 'not stated' : 'neither an amount nor a rate')
  return told
}
