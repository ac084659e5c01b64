import { isPlain } from '../../domains/plain-text.ts'
import { notPlain } from '../inputs/text.ts'
import { defineScalar, InvalidValueError, type Sentence } from './scalar.ts'

/** A string without control characters, or the error of the scalar. */
export function readText(input: unknown): string {
  if (typeof input !== 'string') throw new InvalidValueError({ zh: '应为字符串', en: 'expected a string' })
  if (!isPlain(input)) throw new InvalidValueError(notPlain)
  return input
}

const matching = (name: string, pattern: RegExp, reason: Sentence) =>
  defineScalar<string>({
    name,
    read(input) {
      const text = readText(input)
      if (pattern.test(text)) return text
      throw new InvalidValueError(reason)
    },
  })

export const decimal = matching('Decimal', /^-?(0|[1-9]\d{0,30})(\.\d{1,18})?$/, {
  zh: '应为十进制数字符串,例如 "12.50"',
  en: 'expected a decimal number as a string, for example "12.50"',
})

/** Shape only: lists of currencies change, and a source may use one we have not heard of. */
export const currencyCode = matching('CurrencyCode', /^[A-Z]{3}$/, {
  zh: '应为三位大写字母的币种代码,例如 CNY',
  en: 'expected three capital letters, for example CNY',
})

export const cursor = matching('Cursor', /^[A-Za-z0-9_=-]{1,1024}$/, {
  zh: '不是本网关给出的游标',
  en: 'not a cursor of this gateway',
})

export const applicantHandle = matching('ApplicantHandle', /^[A-Za-z0-9_.-]{1,256}$/, {
  zh: '不是 identifyApplicant 返回的句柄',
  en: 'not a handle returned by identifyApplicant',
})

export const idempotencyKey = matching('IdempotencyKey', /^[\x21-\x7e]{1,128}$/, {
  zh: '应为 1–128 个可见 ASCII 字符',
  en: 'expected 1 to 128 visible ASCII characters',
})
