import { halfWidth } from '../../reading/nothing.ts'
import { isPriceHeader, type PriceColumn } from './column.ts'
import { doubtAbout, isBound, isOtherCurrency } from './doubts.ts'
import { wordsBefore } from './labels.ts'
import { maskBeside } from './masks.ts'
import { onePriceOf } from './one.ts'
import type { PriceClass, PriceReading } from './reading.ts'
import { settleTokens } from './settle.ts'
import { severalPricesOf } from './several.ts'

const unstated = (found: PriceClass, raw: string): PriceReading => ({
  class: found,
  price: { kind: 'unstated', raw: raw === '' ? null : raw },
})

/** No price is told in more words; a whole notice in place of one is not searched for numbers. */
const longest = 4_000
const mostNumbers = 40
const invisible = /[\u200b-\u200f\u2060\ufeff]/g
const nothing = /^(?:[/\\\-—–]*|无|未提供|未报价|不涉及|null)$/
const reference = /详见|见附件|见附表|见文件|另附|以.{0,12}为准/

/** Texts without any number. */
const wordsOnly = (text: string, raw: string): PriceReading => {
  if (nothing.test(text)) return unstated('NOT_GIVEN', raw)
  if (isBound(text)) return unstated('BOUND', raw)
  if (isPriceHeader(text)) return unstated('HEADER', raw)
  return unstated(reference.test(text) ? 'REFERENCE' : 'NO_NUMBER', raw)
}

/**
 * Sorts a price text into a class and reads the price where only one reading is possible (报价文本分类). Amounts are exact; every
 * digit of the text must be accounted for, as part of a price or as something that is none (a document's number, a bound, a
 * coefficient). A text that leaves a doubt is unstated and keeps its wording.
 *
 * @param raw the text as the notice has it
 * @param column what the header of its column says about bare numbers
 */
export function readPrice(raw: string, column: PriceColumn = 'NO_UNIT'): PriceReading {
  const written = raw.replaceAll(invisible, '').replaceAll('\u00a0', ' ').trim()
  const text = halfWidth(written)
  if (text.length > longest) return unstated('UNREADABLE', written)
  if (isOtherCurrency(text)) return unstated('OTHER_CURRENCY', written)
  const masked = maskBeside(text)
  const settled = settleTokens(masked, column)
  if (settled === 'CONTRADICTORY' || settled === 'UNREADABLE' || settled === 'NUMBER_WITHOUT_UNIT')
    return unstated(settled, written)
  if (settled.length > mostNumbers) return unstated('UNREADABLE', written)
  if (settled.length === 0) return /\d/.test(masked) ? unstated('UNREADABLE', written) : wordsOnly(text, written)
  const doubt = doubtAbout(text, settled)
  if (doubt) return unstated(doubt, written)
  const words = settled.map((_, index) => wordsBefore(text, settled, index))
  const context = { text, masked, written, tokens: settled, words }
  const reading = settled.length === 1 ? onePriceOf(context) : severalPricesOf(context)
  return typeof reading === 'string' ? unstated(reading, written) : reading
}
