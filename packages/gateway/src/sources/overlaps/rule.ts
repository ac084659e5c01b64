import { significantDigits } from '@tongban/schema'
import type { Subject } from '../directory.ts'

/** What happens where several sources cover the same (数据源重叠规则). */
export interface OverlapRule {
  /** Port the rule is about, for example `items`. */
  readonly port: string
  /** Reading methods it is about. @default all whose answers this rule can put together */
  readonly methods?: readonly string[]
  /** Division codes or their leading digits. @default all */
  readonly divisions?: readonly string[]
  /**
   * `FIRST`: only the first in order is asked. `FALLBACK`: the next is asked where one does not answer, and for what it does not
   * have. `MERGE`: all are asked; every field comes from the first that says something, and where they differ it is marked.
   */
  readonly rule: 'FIRST' | 'FALLBACK' | 'MERGE'
  /** For MERGE: fields by name, with the order of sources to take them from; sources not named follow. */
  readonly fields?: Readonly<Record<string, readonly string[]>>
}

/** Whether a rule is about a subject. A subject without division is within any. */
export const concerns = ({ divisions }: OverlapRule, { division }: Subject): boolean =>
  divisions === undefined ||
  division === undefined ||
  divisions.some((one) => division.startsWith(significantDigits(one)))
