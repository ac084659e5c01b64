import type { ExchangeOptions, Letters } from '../exchange.ts'
import type { LocalTables } from './codes.ts'
import type { BasicRow, ExtendRow } from './rows.ts'

/** Tables beside the basic one that are read. */
export type ItemPart = 'extend' | 'material' | 'fee_project' | 'questions' | 'situations'
export const allParts: readonly ItemPart[] = ['extend', 'material', 'fee_project', 'questions', 'situations']

/** Which front-end database, and what the exchange leaves to the place. */
export interface NationalItemsOptions extends ExchangeOptions {
  /**
   * Division of the items, 12 digits; the tables name one only below the county. For databases of several divisions a function,
   * null where it cannot tell: then the item is left out and said so.
   */
  readonly division: string | ((row: BasicRow, extend: ExtendRow | null) => string | null)
  /** What is sent up, or what comes down. @default 'dn' */
  readonly direction?: 'up' | 'dn'
  /** Licences, payments, rewards, confirmations, adjudications and others, or public services. @default 'general' */
  readonly family?: 'general' | 'public'
  /** Schema of the tables, when it is not the connection's own. */
  readonly schema?: string
  /** How the database writes column names. @default 'lower' */
  readonly columns?: Letters
  /** @default all */
  readonly parts?: readonly ItemPart[]
  readonly codes?: LocalTables
  /** Whether `cd_batch` counts without holes, so that missing batches are noticed. @default false */
  readonly countedBatches?: boolean
  /** Table of rows that were returned, with the reason, for example `dn_audit_abnormal`: such rows are left out and said so. @default none */
  readonly abnormal?: string
  /** How far a mark goes back behind the newest row, for senders that commit late. @default 600 */
  readonly overlapSeconds?: number
  readonly now?: () => Date
}
