import { agencyIn } from '../city/agencies.ts'
import { bidders, type Company, platform, tenderAgencies } from '../city/companies.ts'
import { type Division, districts } from '../city/divisions.ts'
import { plusDays } from '../shared/clock.ts'
import { entry, stableNumber, stablePick } from '../shared/stable.ts'
import { type Stage, stageOffsets, stagesOf } from './stages.ts'
import { places, type Subject, subjects } from './subjects.ts'

/** What a bidder asks for: 万元, percent, words, or nothing that was written down. */
export type Price =
  | { readonly kind: 'amount'; readonly wan: string }
  | { readonly kind: 'rate'; readonly percent: string }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'unstated' }

/** One bid; several companies are a consortium. */
export interface Bid {
  readonly companies: readonly [Company, ...Company[]]
  readonly price: Price
}

export interface Lot {
  readonly code: string
  readonly name: string
  /** 统一交易标识码: one per section. */
  readonly dealCode: string
  /** 万元. */
  readonly controlPrice: string
  /** Best first. */
  readonly bids: readonly [Bid, Bid, Bid]
  readonly period: string
}

/** One tender of one district. */
export interface Project {
  readonly code: string
  readonly tenderCode: string
  readonly name: string
  readonly subject: Subject
  readonly division: Division
  readonly tenderer: Company
  readonly agency: Company
  readonly lots: readonly Lot[]
  readonly stages: readonly Stage[]
  /** Day of the tender notice, `YYYY-MM-DD`. */
  readonly startsOn: string
}

const words = ['下浮率20.50%', '按计价格[2002]10号文收费标准的46%计取', '188.00元/延米', '未提供'] as const

const priceOf = (subject: Subject, budget: number, key: string, rank: number): Price => {
  if (stableNumber(`unstated ${key}`, 29) === 0) return { kind: 'unstated' }
  if (subject.pricing === 'words') return { kind: 'words', words: stablePick(key, words) }
  const share = 0.86 + rank * 0.025 + stableNumber(key, 200) / 10_000
  if (subject.pricing === 'rate') return { kind: 'rate', percent: (share * 100).toFixed(stableNumber(key, 2) + 1) }
  return { kind: 'amount', wan: (budget * share).toFixed(stableNumber(key, 3) === 0 ? 6 : 2) }
}

const companiesOf = (subject: Subject, key: string, rank: number): readonly [Company, ...Company[]] => {
  const list = bidders[subject.trade]
  const first = entry(list, stableNumber(key, list.length) + rank)
  const together = subject.trade === 'works' && rank === 0 && stableNumber(`joint ${key}`, 6) === 0
  return together ? [first, stablePick(`partner ${key}`, bidders.design)] : [first]
}

const bidOf = (subject: Subject, budget: number, key: string, rank: number): Bid => ({
  companies: companiesOf(subject, key, rank),
  price: priceOf(subject, budget, `${key} ${rank}`, rank),
})

const lotOf =
  (subject: Subject, tenderCode: string, startsOn: string) =>
  (name: string, index: number): Lot => {
    const code = tenderCode + String(index + 1).padStart(3, '0')
    const budget = Number(subject.budget) / subject.lots.length
    const bid = (rank: number): Bid => bidOf(subject, budget, code, rank)
    return {
      code,
      name,
      dealCode: `${platform.code}${startsOn.replaceAll('-', '')}${code.slice(-8)}`,
      controlPrice: budget.toFixed(2),
      bids: [bid(0), bid(1), bid(2)],
      period: stablePick(code, ['730', '420日历天', '合同签订后30日内完成', '180天']),
    }
  }

const projectOf = (subject: Subject, division: Division, index: number): Project => {
  const serial = String(index + 1).padStart(6, '0')
  const startsOn = plusDays('2025-01-06', stableNumber(`start ${serial}`, 640))
  const tenderCode = `E${division.code}${startsOn.slice(2, 4)}${serial}`
  const place = entry(places[division.code] ?? ['示例'], index)
  const office = agencyIn(subject.tenderer, division)
  return {
    code: `${startsOn.slice(2, 4)}${startsOn.slice(5, 7)}-${division.code}-04-01-${serial}`,
    tenderCode,
    name: division.name + subject.title.replace('{place}', place),
    subject,
    division,
    tenderer: { name: office.name, code: office.code },
    agency: stablePick(tenderCode, tenderAgencies),
    lots: subject.lots.map(lotOf(subject, tenderCode, startsOn)),
    stages: stagesOf(index, subject.sector),
    startsOn,
  }
}

/** Every tender of the three districts. */
export const projects: readonly Project[] = subjects.flatMap((subject, row) =>
  districts.map((division, column) => projectOf(subject, division, row * districts.length + column)),
)

/** The day a stage of a project is published. */
export const stageDate = (project: Project, position: number): string =>
  plusDays(project.startsOn, stageOffsets(project.stages)[position] ?? 0)
