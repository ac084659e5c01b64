import { type ErrorCode, errorMessage, type Reason } from '@tongban/schema'
import type { ServiceItemRecord } from '../record.ts'

/** A text in both languages. */
export type Message = Reason['message']

/** One remark about one row. */
export interface ImportRemark {
  /** `REFUSED`: the row cannot be imported. `WARNED`: it can, but somebody should look at it. */
  readonly severity: 'REFUSED' | 'WARNED'
  /** Line of the file, the first is 1. For a spreadsheet the number at its left. */
  readonly row: number
  /** Field of the row, as the file calls it; empty when it concerns the whole row. */
  readonly field: string
  readonly code: string
  readonly message: Message
}

/** What an import found and did. */
export interface ImportReport {
  readonly imported: boolean
  /** Rows without any remark. */
  readonly accepted: number
  /** Rows that can be imported, with remarks. */
  readonly warned: number
  readonly refused: number
  /** How often each reason occurs. */
  readonly reasons: Readonly<Record<string, number>>
  readonly remarks: readonly ImportRemark[]
  /** Whether there are more remarks than are listed; the figures count all. */
  readonly truncated: boolean
  /** What the import did to the catalogue; null when nothing was imported. */
  readonly written: { readonly added: number; readonly changed: number; readonly unchanged: number } | null
  /** Why nothing was imported. */
  readonly error: { readonly code: ErrorCode; readonly message: Message } | null
}

/** A row of a file, judged. */
export interface JudgedRow {
  readonly row: number
  /** Absent when the row is refused. */
  readonly record?: ServiceItemRecord
  readonly remarks: readonly ImportRemark[]
}

const maxRemarks = 20_000

/** Adds up judged rows into a report. */
export function reportBuilder() {
  const figures = { accepted: 0, warned: 0, refused: 0 }
  const reasons: Record<string, number> = {}
  const remarks: ImportRemark[] = []
  let total = 0
  return {
    add({ record, remarks: more }: JudgedRow): void {
      figures[record === undefined ? 'refused' : more.length > 0 ? 'warned' : 'accepted']++
      for (const remark of more) {
        reasons[remark.code] = (reasons[remark.code] ?? 0) + 1
        total++
        if (remarks.length < maxRemarks) remarks.push(remark)
      }
    },
    report(written: ImportReport['written']): ImportReport {
      const refused = figures.refused > 0
      return {
        imported: written !== null,
        ...figures,
        reasons,
        remarks,
        truncated: total > remarks.length,
        written,
        error: refused ? refusal(figures.refused) : null,
      }
    },
  }
}

const refusal = (refused: number): NonNullable<ImportReport['error']> => ({
  code: 'TB_IMPORT_REFUSED',
  message: {
    zh: errorMessage('TB_IMPORT_REFUSED', { refused }, 'zh-CN'),
    en: errorMessage('TB_IMPORT_REFUSED', { refused }, 'en'),
  },
})
