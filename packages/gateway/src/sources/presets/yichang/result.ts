import { awardOf, filled, performanceOf } from '../notices/awards.ts'
import { plainLabel } from '../notices/labels.ts'
import type { Unread } from '../notices/reading.ts'

/**
 * Fields of a result notice by their labels without blanks and colons. What is not named here is not read: the staff of the
 * winner stands in the same table, with names and numbers of certificates.
 */
const labels = {
  tenderer: /^招标人(?:名称)?$/,
  agent: /^招标(?:代理)?机构(?:名称)?$/,
  lotNumber: /^标段(?:\(包\))?编号$/,
  lotName: /^标段(?:\(包\))?名称$/,
  winner: /^中标(?:人|单位)(?:名称)?$/,
  scope: /^中标范围(?:和内容)?$/,
  price: /^中标(?:价|金额)(?:\(.*\))?$/,
  performance: /^(?:履约期限|工期|服务期)(?:\(.*\))?$/,
  quality: /^质量(?:目标|标准)$/,
  place: /^建设地点$/,
} as const
type Label = keyof typeof labels

/** Values by field; the price keeps its label, which names the unit. */
export type ResultFields = Readonly<Partial<Record<Label, string>>> & { readonly priceHeader?: string }

// `Object.keys` of a literal gives exactly its keys.
const names = Object.keys(labels) as readonly Label[]

/** Picks the known fields out of label and value pairs; the first of each counts. */
export function pickFields(pairs: readonly (readonly [label: string, value: string])[]): ResultFields {
  const found: Partial<Record<Label | 'priceHeader', string>> = {}
  for (const [label, value] of pairs) {
    const name = names.find((one) => labels[one].test(plainLabel(label)))
    if (!name || found[name] !== undefined) continue
    found[name] = value
    if (name === 'price') found.priceHeader = label
  }
  return found
}

const party = (role: 'TENDERER' | 'AGENT', name: string | null) => (name === null ? [] : [{ role, name }])

/** What the fields say of parties and of the one lot; undefined without a winner. */
export function resultOf(fields: ResultFields, unread: Unread) {
  const winner = filled(fields.winner)
  if (winner === null) return undefined
  if (fields.price === undefined) unread('lots.0.price', 'no column of the price')
  const number = filled(fields.lotNumber)
  if (number === null) unread('lots.0.number', 'not stated; counted')
  const award = { bidder: winner, price: fields.price ?? '', priceHeader: fields.priceHeader ?? '' }
  const awards = awardOf({ ...award, performance: performanceOf(fields.performance) }, 'WINNER', (path, why) =>
    unread(`lots.0.awards.0.${path}`, why),
  )
  return {
    parties: [...party('TENDERER', filled(fields.tenderer)), ...party('AGENT', filled(fields.agent))],
    lots: [{ number: number ?? '1', name: filled(fields.lotName), awards }],
    text: [fields.place, fields.scope, fields.quality].flatMap((text) => filled(text) ?? []).join('\n') || null,
  }
}

/** Fields as a record has them. */
export const fieldsOf = (fields: Readonly<Record<string, unknown>>): ResultFields =>
  pickFields(
    Object.entries(fields).flatMap(([label, value]) => (typeof value === 'string' ? [[label, value] as const] : [])),
  )
