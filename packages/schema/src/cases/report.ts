import type { RawCode } from '../codes/code-table.ts'
import type { CaseStateName } from './states.ts'

/** One report of a case's state, as the owning system sent it. */
export interface CaseReport {
  readonly state: CaseStateName
  /** When the step happened, by the source's clock: ISO 8601, or local time without a zone (Shanghai). */
  readonly at: string
  /** Re-report version (数据版本) of the source; a higher one replaces what was said before. @default 1 */
  readonly dataVersion?: number
  /** Who took the step, as the source says it. */
  readonly by?: string
  readonly note?: string
  /** The code the state was read from. */
  readonly raw?: RawCode
}

/** The data version of a report; senders that leave it out or send nonsense mean the first. */
export const versionOf = ({ dataVersion = 1 }: CaseReport): number =>
  Number.isSafeInteger(dataVersion) && dataVersion > 0 ? dataVersion : 1

/** Equal for two reports that say the same: the same message delivered twice is one report. */
export const reportKey = (report: CaseReport): string =>
  JSON.stringify([
    report.state,
    report.at,
    versionOf(report),
    report.by ?? null,
    report.note ?? null,
    report.raw ? [report.raw.system, report.raw.tableVersion, report.raw.code] : null,
  ])
