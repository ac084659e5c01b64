import { isPlainDate, type PlainDate } from './plain-date.ts'

/** The separators seen, the same on both sides; a time behind the date says nothing about the day. */
const forms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: .*)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
] as const

/**
 * The day meant by a date as sources write it; one payload may hold several forms: `2021-11-12 00:00:00`, `2021-11-12`,
 * `2021/11/12`, `2021年11月12日`, `20211112`. `undefined` when it is none of them or does not exist.
 * A time with a zone is an instant, not a day: read it with `instantOf`.
 */
export function readDate(text: string): PlainDate | undefined {
  const trimmed = text.trim()
  if (/\d(Z|[+-]\d{2}:?\d{2})$/.test(trimmed) && trimmed.length > 10) return undefined
  const [, year = '', month = '', day = ''] =
    forms.map((form) => form.exec(trimmed)).find((match) => match !== null) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : undefined
}

/** When a certificate ends. */
export type Expiry =
  | { readonly kind: 'ON'; readonly date: PlainDate }
  /** 长期, or the stand-in 2099-12-31. */
  | { readonly kind: 'NEVER' }
  /** Left empty. Many senders mean that it never ends, but they do not say so. */
  | { readonly kind: 'UNSTATED' }
  | { readonly kind: 'UNREADABLE' }

/** Reads the end of a validity as sources write it. */
export function readExpiry(text: string): Expiry {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'UNSTATED' }
  const date = readDate(trimmed)
  if (trimmed === '长期' || date === '2099-12-31') return { kind: 'NEVER' }
  return date === undefined ? { kind: 'UNREADABLE' } : { kind: 'ON', date }
}
