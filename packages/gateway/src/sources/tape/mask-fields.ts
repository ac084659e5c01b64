import { type KeyKind, keyKinds } from './private-keys.ts'
import type { Pseudonyms } from './pseudonyms.ts'

/** What stands where a secret was. */
export const withheld = 'withheld'

/** `"key": "value"` at any depth of escaping. */
const jsonField = /(?<!\\)(\\{0,15}")((?:(?!\\{0,15}").)+)\1(\s{0,8}:\s{0,8})\1((?:\\.|(?!\1).)*?)\1/gs
/** `"key": 1` and `"key": ["value", "value"]`. */
const jsonBare = /(?<!\\)(\\{0,15}")((?:(?!\\{0,15}")[^\s]){1,60})\1(\s{0,8}:\s{0,8})(-?\d[\d.]*|\[[^[\]{}]*\])/g
/** `<key>value</key>`, also escaped, with or without CDATA. */
const xmlField =
  /(<|&lt;|\\{1,8}u003c)((?:[\w.-]+:)?[\p{L}_][\p{L}\w.-]*)((?:\s[^<>]*?)?(?:>|&gt;|\\{1,8}u003e)(?:<!\[CDATA\[)?)((?:(?!&lt;|\\{1,8}u003c)[^<>\]])*)((?:\]\]>)?(?:<|&lt;|\\{1,8}u003c)\/\2)/giu
/** `key="value"` of elements, also escaped. */
const attribute =
  /(?<=\s)((?:[\w.-]{1,60}:)?[\p{L}_][\p{L}\w.-]{0,60})(\s?=\s?)(\\{0,15}["']|&quot;|&apos;)([^"'<>&\\]*)\3/gu
/** `key=value` of forms and queries; what is percent-encoded is not a secret's or a name's own letters any more, so it goes whole. */
const formField = /(^|[?&])([\w.-]+)=([^&\s<>"]*)/g
/** `姓名：value`, and label and value in neighbouring cells. */
const labelled =
  /((?:姓名|联系人|申请人|法定代表人|经办人|负责人|项目经理)(?:\s|[:：]|&nbsp;|<[^<>]{0,200}>){1,8})([\p{Script=Han}·]{2,12})/gu

const creditCode = /^[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}$/
/** A day of birth, in any spelling that has its parts in this order. */
const birthday = /(?:1[89]|20)\d{2}(\D{0,3})(?:0[1-9]|1[0-2]|[1-9])(\D{0,3})(?:0[1-9]|[12]\d|3[01]|[1-9])/g

/** Escapes of JSON and references of XML, which stay whatever is around them: half of one could not be read. */
const escapes = '\\\\+(?:u[\\da-f]{4}|.)|&#?\\w{1,10};'
/** Changes what is found in a value between escapes. */
const changing = (what: string) => {
  const found = new RegExp(`(${escapes})|${what}`, 'gisu')
  return (value: string, change: (text: string) => string): string =>
    value.replace(found, (text, kept?: string) => kept ?? change(text))
}
const inSecret = changing('[^\\\\"\'<>&]+')
const inWords = changing('[^\\s\\d\\\\*<>&"\']+')
const inNumbers = changing('\\d{4,}')

/** Masks a field by its name. Names that only tell what a thing is called do not count. */
export function fieldMask(stand: Pseudonyms, fields: readonly string[], kept: ReadonlySet<string>) {
  const kindOf = keyKinds(fields)
  const standIns: Readonly<Record<KeyKind, (value: string) => string>> = {
    OTHER: (value) => value,
    SECRET: (value) => (/[\\&]/.test(value) ? inSecret(value, () => withheld) : value && withheld),
    PERSONAL: (value) => (kept.has(value) ? value : inWords(value, stand.words)),
    // Resident numbers have stand-ins of their own, and codes of organisations are public.
    NUMBER: (value) =>
      /^\d{17}[\dXx]$/.test(value.trim()) || creditCode.test(value) ? value : inNumbers(value, stand.digits),
    BIRTH: (value) => value.replace(birthday, '1900$101$201'),
  }
  const standIn = (key: string, value: string): string => standIns[kindOf(key)](value)
  const bare = (key: string, value: string): string => {
    if (value.startsWith('['))
      return value.replace(
        /(\\{0,15}")((?:\\.|(?!\1).)*?)\1/gs,
        (_all, quote: string, one: string) => quote + standIn(key, one) + quote,
      )
    return kindOf(key) === 'SECRET' ? '0' : kindOf(key) === 'NUMBER' ? standIn(key, value) : value
  }
  /** A value may hold JSON itself, one depth of escaping further in. */
  const inJson = (text: string): string =>
    text.replace(jsonField, (_all, quote: string, key: string, colon: string, value: string) => {
      const masked = kindOf(key) === 'OTHER' ? inJson(value) : standIn(key, value)
      return [quote, key, quote, colon, quote, masked, quote].join('')
    })
  return (text: string): string =>
    inJson(text)
      .replace(jsonBare, (_all, quote: string, key: string, colon: string, value: string) =>
        [quote, key, quote, colon, bare(key, value)].join(''),
      )
      .replace(xmlField, (_all, open: string, key: string, between: string, value: string, close: string) =>
        [open, key, between, standIn(key, value), close].join(''),
      )
      .replace(attribute, (_all, key: string, equals: string, quote: string, value: string) =>
        [key, equals, quote, standIn(key, value), quote].join(''),
      )
      .replace(formField, (_all, before: string, key: string, value: string) =>
        kindOf(key) === 'OTHER' || value === '' ? `${before}${key}=${value}` : `${before}${key}=${withheld}`,
      )
      .replace(labelled, (_all, label: string, name: string) => label + (kept.has(name) ? name : stand.words(name)))
}
