import { awardOf, filled } from '../notices/awards.ts'
import { publicity, readSpan } from '../notices/periods.ts'
import { natureByTitle, projectName } from '../notices/project.ts'
import type { NoticeDraft, Refusal, Unread } from '../notices/reading.ts'
import { readPrice } from '../prices/read-price.ts'
import { informationTypes, kindOf, provinceOf, sectors } from './codes.ts'
import { pickLabels, type StatedFields } from './labels.ts'

/** What is known of a notice of the national platform, from its list, its pages or a taken-apart record. */
export interface NationalFacts {
  readonly key: string
  readonly title: string
  readonly type: string | null
  readonly business: string | null
  readonly province: { readonly code: string | null; readonly name: string | null }
  readonly publishedAt: string | null
  readonly projectCode: string | null
  readonly buyer: string | null
  readonly agent: string | null
  readonly budget: string | null
  readonly fields: Readonly<Record<string, string>>
  readonly text: string | null
  /** Whether the text is known to be a part only. */
  readonly isCut: boolean
  readonly url: string | null
  readonly firstKey: string | null
}

/** Longer texts are cut: one notice of the platform has 196,295 characters, most of them an attached list. */
const longestText = 100_000

function textOf({ text, isCut }: NationalFacts, unread: Unread): string | null {
  if (text === null || text.trim() === '') return null
  if (isCut || /(?:\.{3}|…)$/.test(text.trim())) unread('text', 'cut at the source')
  if (text.length <= longestText) return text
  unread('text', `cut after ${longestText} characters`)
  return text.slice(0, longestText)
}

/** A budget is an estimate only before somebody has won; beside results nobody says which of both it is. */
function estimateOf(facts: NationalFacts, fields: StatedFields, kind: string, unread: Unread) {
  const stated = filled(fields.ceiling) ?? filled(facts.budget)
  if (stated === null) return null
  if (kind !== 'TENDER' && kind !== 'PREQUALIFICATION') {
    if (fields.price === undefined) unread('budget', 'whether it is the budget or what was agreed is not told')
    return null
  }
  const reading = readPrice(stated)
  if (reading.price.kind === 'money') return withoutKind(reading.price)
  unread('budget', reading.class.toLowerCase().replaceAll('_', ' '))
  return null
}

const withoutKind = <Price extends { readonly kind: string }>({ kind: _kind, ...money }: Price) => money

/** A term without a number (`年`) says nothing. */
const termOf = (term: string | undefined, unread: Unread): string | null => {
  const found = filled(term)
  if (found === null || /[\d一二三四五六七八九十]/.test(found) || found.length > 2) return found
  unread('lots.0.awards.0.performance', 'a unit without a number')
  return null
}

function lotsOf(facts: NationalFacts, fields: StatedFields, kind: string, unread: Unread) {
  const winner = filled(fields.winner)
  const estimate = estimateOf(facts, fields, kind, unread)
  if (winner === null && estimate === null) return []
  const award = { bidder: winner ?? '', price: fields.price ?? '', priceHeader: '' }
  const note: Unread = (path, why) => unread(`lots.0.awards.0.${path}`, why)
  const awards = winner === null ? [] : awardOf({ ...award, performance: termOf(fields.term, unread) }, 'WINNER', note)
  unread('lots.0.number', 'not stated; counted')
  return [{ number: '1', estimate, awards }]
}

const party = (role: 'BUYER' | 'TENDERER' | 'AGENT', name: string | null) => (name === null ? [] : [{ role, name }])

const publicityIn = (text: string | null) => {
  const [, from, to] = /公示开始时间[：:]?\s*(\S[^\n]*)\s*公示结束时间[：:]?\s*(\S[^\n]*)/.exec(text ?? '') ?? []
  const span = from && to ? readSpan(`${from.trim()}至${to.trim()}`) : undefined
  return span ? [publicity(span)] : []
}

const openingOf = (opened: string | null) =>
  opened === null ? [] : [{ kind: 'OPENING' as const, from: opened, to: opened }]

/** Puts a notice of the national platform together; what is not stated stays empty. */
export function nationalNotice(facts: NationalFacts, unread: Unread): NoticeDraft | Refusal {
  if (facts.publishedAt === null) return { path: 'publishTime', reason: 'expected a time, found nothing' }
  const kind = kindOf(facts.type, facts.title)
  if (kind === null) return { path: 'informationType', reason: 'expected a type of the table' }
  const sector = sectors.name(facts.business) ?? sectors.name(facts.type?.slice(0, 2) ?? null)
  const fields = pickLabels(facts.fields, unread)
  const lead = sector === 'PROCUREMENT' ? ('BUYER' as const) : ('TENDERER' as const)
  return {
    key: facts.key,
    kind,
    rawKind: informationTypes.raw(facts.type),
    nature: kind === 'AMENDMENT' ? 'AMENDED' : natureByTitle(facts.title),
    sector: sector ?? 'OTHER',
    title: facts.title,
    publishedAt: facts.publishedAt,
    ...provinceOf(facts.province.code, facts.province.name),
    project:
      facts.projectCode === null ? null : { code: facts.projectCode, name: projectName(facts.title) || facts.title },
    parties: [...party(lead, filled(fields.buyer) ?? filled(facts.buyer)), ...party('AGENT', filled(facts.agent))],
    lots: lotsOf(facts, fields, kind, unread),
    periods: [...openingOf(fields.openedAt), ...publicityIn(facts.text)],
    firstKey: facts.firstKey,
    text: textOf(facts, unread),
    url: facts.url,
  }
}
