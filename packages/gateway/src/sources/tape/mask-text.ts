import { type KeyKind, keyKinds } from './private-keys.ts'
import type { Pseudonyms } from './pseudonyms.ts'

/** What is masked beyond what is always masked. */
export interface MaskOptions {
  /** Names of further fields that hold personal data. */
  readonly fields?: readonly string[]
  /** Every Chinese word outside names of fields is personal unless kept: for systems about persons. */
  readonly allWords: boolean
  /** Texts that stay although `allWords` is in force: labels and names of states that the source file reads. */
  readonly keep?: readonly string[]
}

/** Masks a text of any format. Masking twice is masking once. */
export type MaskText = (text: string) => string

/** What stands where a secret was. */
export const withheld = 'withheld'

const residentId =
  /(?<![\dA-Za-z])\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g
const oldResidentId = /(?<![\dA-Za-z])[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])/g
const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/g
const landline = /(?<!\d)0\d{2,3}[-—]\d{7,8}(?!\d)/g
const bankCard = /(?<![\dA-Za-z])62\d{14,17}(?![\dA-Za-z])/g
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const signedToken = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g

/** Full-width digits are digits to whoever reads the tape. */
const narrowDigits = (text: string): string =>
  text.replace(/[０-９]{11,}/g, (wide) =>
    Array.from(wide, (one) => String((one.codePointAt(0) ?? 0) - 0xff10)).join(''),
  )

/** Ideographs written as escapes of JSON or references of XML are ideographs to whoever reads the tape. */
const plainWords = (text: string): string =>
  text
    .replace(/\\u([3-9][\da-f]{3})/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(?:x([3-9][\da-f]{3})|([1-5]\d{4}));/gi, (_all, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )

const numbers = (text: string, { residentId: id, digits }: Pseudonyms): string =>
  narrowDigits(text)
    .replace(residentId, id)
    .replace(oldResidentId, digits)
    .replace(mobile, digits)
    .replace(landline, digits)
    .replace(bankCard, digits)
    .replace(email, 'nobody@example.invalid')
    .replace(signedToken, withheld)

/** `"key": "value"` at any depth of escaping, and the number of a field that is no text. */
const jsonField = /(\\*")((?:(?!\\*").)+)\1(\s*:\s*)\1((?:\\.|(?!\1).)*?)\1/gs
/** `<key>value</key>`, also escaped, with or without CDATA. */
const xmlField =
  /(<|&lt;)((?:[\w.-]+:)?[\p{L}_][\p{L}\w.-]*)((?:\s[^<>]*?)?(?:>|&gt;)(?:<!\[CDATA\[)?)((?:(?!&lt;)[^<>\]])*)((?:\]\]>)?(?:<|&lt;)\/\2)/gu
/** `key=value` of forms and queries; what is percent-encoded is not a secret's or a name's own letters any more, so it goes whole. */
const formField = /(^|[?&])([\w.-]+)=([^&\s<>"]*)/g

const words = /(?<!<\/?|&lt;\/?|[\p{Script=Han}·])[\p{Script=Han}·]+(?![\p{Script=Han}·]|\\*"\s*:)/gu

/** Masks texts with the stand-ins of one tape. */
export function createMask(pseudonyms: Pseudonyms, { fields = [], allWords, keep = [] }: MaskOptions): MaskText {
  const kindOf = keyKinds(fields)
  const kept = new Set(keep)
  const standIn = (kind: KeyKind, value: string): string => {
    if (kind === 'SECRET') return value === '' ? '' : withheld
    return kind === 'PERSONAL' && !kept.has(value) ? value.replace(/[^\s\d\\*<>&"']+/gu, pseudonyms.words) : value
  }
  /** A value may hold JSON itself, one depth of escaping further in. */
  const inJson = (text: string): string =>
    text.replace(jsonField, (_all, quote: string, key: string, colon: string, value: string) => {
      const kind = kindOf(key)
      return [quote, key, quote, colon, quote, kind === 'OTHER' ? inJson(value) : standIn(kind, value), quote].join('')
    })
  return (text) => {
    const byField = inJson(plainWords(text))
      .replace(xmlField, (_all, open: string, key: string, between: string, value: string, close: string) =>
        [open, key, between, standIn(kindOf(key), value), close].join(''),
      )
      .replace(formField, (_all, before: string, key: string, value: string) =>
        kindOf(key) === 'OTHER' || value === '' ? `${before}${key}=${value}` : `${before}${key}=${withheld}`,
      )
    const masked = numbers(byField, pseudonyms)
    return allWords ? masked.replace(words, (word) => (kept.has(word) ? word : pseudonyms.words(word))) : masked
  }
}
