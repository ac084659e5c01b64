import { type CaseRow, caseAt, type ReportRow, reportsOf } from '../city/cases.ts'

/** What the gateway calls a case and an applicant, so that the peers, which keep nothing, can ask by the same variables. */
export interface Aliases {
  /** Number of the case at the upstream, by the gateway's identifier. */
  readonly cases: Readonly<Record<string, string>>
  /** Document number, by the gateway's handle. */
  readonly holders: Readonly<Record<string, string>>
}

/** The cases handed in at the upstream, and by which other names they and their applicants are known. */
export interface Registry {
  /** Takes a case; the same reference gives the same case again. */
  take(reference: string, itemCode: string): CaseRow
  byReference(reference: string): CaseRow | undefined
  /** By number or by alias. */
  byName(name: string): CaseRow | undefined
  reports(row: CaseRow): readonly ReportRow[]
  /** Document number behind a handle; a document number is its own. */
  holder(name: string): string
  learn(aliases: Aliases): void
}

export function createRegistry(): Registry {
  const byReference = new Map<string, CaseRow>()
  const byName = new Map<string, CaseRow>()
  const reports = new Map<string, readonly ReportRow[]>()
  const holders = new Map<string, string>()
  const add = (reference: string, itemCode: string): CaseRow => {
    const row = caseAt(byReference.size + 1, reference, itemCode)
    byReference.set(reference, row)
    byName.set(row.number, row)
    reports.set(row.number, reportsOf(row))
    return row
  }
  return {
    take: (reference, itemCode) => byReference.get(reference) ?? add(reference, itemCode),
    byReference: (reference) => byReference.get(reference),
    byName: (name) => byName.get(name),
    reports: ({ number }) => reports.get(number) ?? [],
    holder: (name) => holders.get(name) ?? name,
    learn: (aliases) => {
      for (const [id, number] of Object.entries(aliases.cases)) {
        const row = byName.get(number)
        if (row) byName.set(id, row)
      }
      for (const [handle, number] of Object.entries(aliases.holders)) holders.set(handle, number)
    },
  }
}
