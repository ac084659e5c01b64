import type {
  BasicRow,
  ConditionRow,
  ExtendRow,
  FeeRow,
  MaterialConditionRow,
  MaterialRow,
  QuestionRow,
} from './rows.ts'

/** What is known of one item; null: the table is not read. */
export interface ItemRows {
  readonly basic: BasicRow
  readonly extend: ExtendRow | null
  readonly materials: readonly MaterialRow[] | null
  readonly fees: readonly FeeRow[] | null
  readonly questions: readonly QuestionRow[]
  readonly conditions: readonly ConditionRow[] | null
  readonly materialConditions: readonly MaterialConditionRow[]
}

/** Rows in the order that they give themselves. */
export const inOrder = <Row extends { readonly order_num: number | null }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => (one.order_num ?? 0) - (other.order_num ?? 0))

/** A text as the list it is in the catalogue; nothing is an empty one. */
export const list = (text: string | null): string[] => (text === null ? [] : [text])
