import type { PriceInput } from '../../../domains/notices/port.ts'

/**
 * Into what a price text was sorted. The first group gives a price, the second none: those are texts that say nothing, or that
 * could mean more than one thing.
 */
export const priceClasses = {
  /** `1799255.53` below 元, `450000.00元`, `¥6,960,000.00元(大写:…)` */
  AMOUNT: 'money',
  /** A total with its parts, which add up to no more than it. */
  AMOUNT_WITH_PARTS: 'money',
  /** A total and the rate it came from. */
  AMOUNT_WITH_RATE: 'money',
  /** `76.00%` alone: of what, and whether paid or taken off, is not said. */
  RATE: 'rate',
  /** `价格系数78.00%`, `报价费率98.70%`: this share is paid. */
  FACTOR: 'rate',
  /** `下浮率20.50%`: this share is taken off. */
  REDUCTION: 'rate',
  /** `折扣率94.88%`: said by some of what is paid, by others of what is taken off. */
  DISCOUNT: 'rate',
  /** A share of a fee standard or of costs that the text names. */
  SHARE_OF_BASE: 'rate',
  /** `188.00元/延米` */
  UNIT_PRICE: 'unit',
  /** Amounts for parts without a total. */
  SEVERAL_AMOUNTS: 'several',
  /** Rates for parts. */
  SEVERAL_RATES: 'several',
  /** Amounts, rates and unit prices for parts. */
  SEVERAL_MIXED: 'several',
  /** Nothing, a stroke, 未提供. */
  NOT_GIVEN: 'unstated',
  /** The header of the column in place of a price. */
  HEADER: 'unstated',
  /** 详见附件 */
  REFERENCE: 'unstated',
  /** Words without any number. */
  NO_NUMBER: 'unstated',
  /** `0元`: what forms write when nothing was filled in. */
  ZERO: 'unstated',
  /** `98.90` where the column allows yuan and percent, `30.0` where it names no unit. */
  NUMBER_WITHOUT_UNIT: 'unstated',
  /** `价格系数0.88%`: the factor 0.88, or 0.88 percent. */
  DOUBTFUL_FACTOR: 'unstated',
  /** Parts that exceed their total, or figures that differ from the words beside them. */
  CONTRADICTORY: 'unstated',
  /** One amount for something that may not be the whole. */
  PART_ONLY: 'unstated',
  /** `300万元左右`, `不超过120万元`, `120万元至130万元`, `500万元(最高限价)`: what the price may be, not what it is. */
  BOUND: 'unstated',
  /** `12000 USD`, `5万美元` */
  OTHER_CURRENCY: 'unstated',
  /** A number that nothing explains. */
  UNREADABLE: 'unstated',
} as const satisfies Readonly<Record<string, PriceInput['kind']>>

/** @see priceClasses */
export type PriceClass = keyof typeof priceClasses

/** A price text with its class and the price it gives. */
export interface PriceReading {
  readonly class: PriceClass
  readonly price: PriceInput
}

type RateMeaning = 'SHARE' | 'REDUCTION' | null

/** What a percentage means, by the words around it. Discounts are told both ways and mean nothing certain. */
export function meaningOf(before: string, after: string): RateMeaning {
  const around = before + after
  if (/下浮|优惠率|让利/.test(around)) return 'REDUCTION'
  if (/(?:[×*xX]|乘以)[^;,。]{0,6}$/.test(before)) return 'SHARE'
  if (/折扣|折率/.test(around)) return null
  return /系数|费率|的$|标准$|计取|计算|取费/.test(before.trimEnd()) ||
    /^\s*(?:计取|计算|系数|\(\s*价格系数)/.test(after)
    ? 'SHARE'
    : null
}
