import { digits } from './numbers.ts'

/** One report about a case, as the upstream writes it. */
export interface ReportRow {
  readonly at: string
  readonly state: (typeof course)[number]
  readonly by: string
  readonly note: string
}

/** A case as the upstream writes it. */
export interface CaseRow {
  readonly number: string
  readonly reference: string
  readonly state: (typeof course)[number]
  readonly itemCode: string
  readonly acceptedOn: string
}

/** Ten reports, the last of which ends the case, so that nobody polls for it while something is measured. */
const course = [
  'RECEIVED',
  'PRE_REVIEW',
  'ACCEPTED',
  'IN_REVIEW',
  'SUSPENDED',
  'IN_REVIEW',
  'APPROVED',
  'CERT_ISSUED',
  'DELIVERED',
  'CLOSED',
] as const

/** The upstream takes a case and has decided it at once. */
export const caseAt = (n: number, reference: string, itemCode: string): CaseRow => ({
  number: `SP2026${digits(n, 8)}`,
  reference,
  state: 'CLOSED',
  itemCode,
  acceptedOn: '2026-03-03',
})

/** States the upstream reports. */
export const caseStates = [...new Set(course)]

export const reportsOf = ({ number }: CaseRow): readonly ReportRow[] =>
  course.map((state, index) => ({
    at: `2026-03-${digits(index + 1, 2)}T09:30:00+08:00`,
    state,
    by: `综合窗口${index + 1}号岗`,
    note: `办件 ${number} 第 ${index + 1} 步`,
  }))
