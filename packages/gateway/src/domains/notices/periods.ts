import type { NoticeRecord } from './port.ts'

type Period = NoticeRecord['periods'][number]
type PeriodKind = Period['kind']

const tendering: readonly PeriodKind[] = ['BIDDING', 'DOCUMENT_SALE', 'OPENING']
const publicity: readonly PeriodKind[] = ['PUBLICITY', 'OBJECTION']

/** Which periods matter for a kind of notice, the most important first. */
const mattering: Partial<Record<NoticeRecord['kind'], readonly PeriodKind[]>> = {
  PREQUALIFICATION: tendering,
  PREQUALIFICATION_DOCUMENT: tendering,
  TENDER: tendering,
  CLARIFICATION: tendering,
  AMENDMENT: tendering,
  BID_OPENING: ['OPENING'],
  WINNING_CANDIDATE: publicity,
  RESULT: publicity,
  CONTRACT: ['PERFORMANCE'],
}

/** The period that matters most for the kind of a notice, or the first it sets. */
export function mainPeriod({ kind, periods }: Pick<NoticeRecord, 'kind' | 'periods'>): Period | null {
  const ranked = (mattering[kind] ?? []).flatMap((one) => periods.filter((period) => period.kind === one))
  return ranked[0] ?? periods[0] ?? null
}

/** Periods in the order in which they begin (or, without a beginning, end). */
export const inOrder = (periods: readonly Period[]): readonly Period[] =>
  periods.toSorted((a, b) => startOf(a) - startOf(b))

const startOf = ({ from, to }: Period): number => Date.parse(from ?? to ?? '') || Number.POSITIVE_INFINITY
