import type { OutgoingSubmission } from '../../../domains/cases/port.ts'
import type { FlagColumn, ReturnTable } from '../../protocols/exchange-table/layout.ts'
import type { TableRow } from '../../protocols/exchange-table/requests.ts'
import type { ExchangeOptions, Letters } from '../exchange.ts'
import type { ShandongVersion } from './codes.ts'

/** Names of the tables, with their schema where they have one: `dhqzk.EA_JC_STEP_BASICINFO`. */
export interface ShandongTables {
  readonly handedIn: string
  readonly base: string
  readonly process: string
  readonly special: string
  readonly finish: string
}

export const publishedTables: ShandongTables = {
  handedIn: 'PRE_APASINFO',
  base: 'EA_JC_STEP_BASICINFO',
  process: 'EA_JC_STEP_PROC',
  special: 'EA_JC_STEP_SPECIALNODE',
  finish: 'EA_JC_STEP_DONE',
}

/** How the other side says what it did with a row of ours. */
export interface HandedInAnswers {
  readonly flag: FlagColumn
  /** Column with the reason, beside the flag. */
  readonly reason?: string
  readonly returns?: readonly ReturnTable[]
}

/** Which front-end database, and which generation of the tables it has. */
export interface ShandongCasesOptions extends ExchangeOptions {
  /** Generation of the tables; it decides what the digits of `DONERESULT` mean. */
  readonly version: ShandongVersion
  /** Where rows of both generations stand side by side: the column that tells them apart, and its values. */
  readonly finishVersion?: { readonly column: string; readonly in: Readonly<Record<string, ShandongVersion>> }
  /** Names that differ from the published ones. */
  readonly tables?: Partial<ShandongTables>
  /** How the database writes column names. @default 'upper' */
  readonly columns?: Letters
  /** @default with version 1 the column `SIGNSTATE`; with version 2, which has none, nothing is heard but the case itself */
  readonly answers?: HandedInAnswers
  /** `SYSMARK` of version 2: mark of the system that hands in. */
  readonly systemMark?: string
  /** Columns of the place's own in a row that is handed in, for example its codes for kinds of documents. They win. */
  readonly more?: (submission: OutgoingSubmission) => TableRow
}
