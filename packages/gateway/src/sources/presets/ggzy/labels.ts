import { readInstant } from '../../reading/dates.ts'
import { plainLabel } from '../notices/labels.ts'
import type { Unread } from '../notices/reading.ts'

/** What the form tables of the platform tell, by meaning. */
export interface StatedFields {
  readonly buyer?: string
  readonly winner?: string
  readonly price?: string
  readonly ceiling?: string
  readonly term?: string
  readonly openedAt: string | null
}

const labels = {
  buyer: /^(?:采购人|招标人)(?:名称)?$/,
  winner: /^(?:中标|成交|中标\(成交\))(?:供应商|人)(?:名称)?$/,
  price: /^(?:合同|中标|成交|中标\(成交\))(?:总?金额|价)$/,
  ceiling: /^控制价(?:\(最高限价\))?$|^最高限价$|^预算金额$/,
  term: /^合同(?:履行)?期限$/,
  opened: /^开标时间$/,
} as const

const statedAs = (fields: Readonly<Record<string, string>>, label: RegExp): string | undefined =>
  Object.entries(fields).find(([name]) => label.test(plainLabel(name)))?.[1]

/** Picks the known labels; all others are left where they are. */
export function pickLabels(fields: Readonly<Record<string, string>>, unread: Unread): StatedFields {
  const found = Object.entries(labels).flatMap(([name, label]) => {
    const value = statedAs(fields, label)
    return value === undefined ? [] : [[name, value] as const]
  })
  const { opened, ...stated }: Partial<Record<keyof typeof labels, string>> = Object.fromEntries(found)
  const openedAt = opened === undefined ? null : (readInstant(opened) ?? null)
  if (opened !== undefined && openedAt === null) unread('periods', 'the time of the opening is written in no known way')
  return { ...stated, openedAt }
}
