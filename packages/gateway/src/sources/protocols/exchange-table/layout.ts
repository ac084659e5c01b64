/**
 * What a flag column says about a row (推送状态): not sent yet; taken but not finished; taken and finished; taken, but the item is
 * not known there; taken and refused with an error.
 */
export type FlagState = 'NOT_SENT' | 'UNFINISHED' | 'SENT' | 'ITEM_UNKNOWN' | 'FAILED'

/** Stored values by meaning. Of several, the first is written and all are read. */
export type FlagValues = Readonly<Record<FlagState, readonly (string | null)[]>>

/** The values of published senders: empty, 0, 1, 2, 3 (flag columns of a city's synchronisation of acceptance rows). */
export const publishedFlags: FlagValues = {
  NOT_SENT: [null],
  UNFINISHED: ['0'],
  SENT: ['1'],
  ITEM_UNKNOWN: ['2'],
  FAILED: ['3'],
}

/** A column whose value says how far the other side is with a row. */
export interface FlagColumn {
  readonly column: string
  /** Values that differ from {@link publishedFlags}. */
  readonly values?: Partial<FlagValues>
}

/** A table in which the other side writes what it could not take, with the reason (异常表、回执表). */
export interface ReturnTable {
  readonly table: string
  /** Its columns for the key of the rows it is about, in the order of {@link TableLayout.key}. */
  readonly key: readonly string[]
  /** Column with the reason. */
  readonly reason: string
  /** Column with the time, when there is one. */
  readonly at?: string
}

/** Columns that a sender fills beside what a row is about; absent ones are not there. */
export interface SenderColumns {
  /** When the row was made, Asia/Shanghai, for example `MAKETIME`. */
  readonly madeAt?: string
  /** State that a row starts with, for example `{ column: 'SIGN', initial: '0' }`. */
  readonly sign?: { readonly column: string; readonly initial: string }
  /** Insert, update or delete marker, for example `CD_OPERATION`. */
  readonly change?: string
  /** Batch, for example `CD_BATCH`. */
  readonly batch?: string
}

/** What is known of one exchange table. Names are the table's own. */
export interface TableLayout {
  /** Columns that together name what a row is about, without its version, for example `['ORGBUSNO', 'PROJID']`. */
  readonly key: readonly string[]
  /** Column with the data version: of rows with the same key the highest counts. Numbers, as numbers or as text. */
  readonly version?: string
  /** Columns that together name one row. @default key and version */
  readonly id?: readonly string[]
  /** Reading order of pages: never empty, never changed, unique together, for example `['MAKETIME', 'ID']`. @default id */
  readonly order?: readonly string[]
  /** Column of whole numbers without holes, by which lost rows are noticed: of the row, or shared by the rows of a batch. */
  readonly serial?: { readonly column: string; readonly shared?: boolean }
  /** Rows whose highest version says that they are gone, for example `{ column: 'CD_OPERATION', in: ['D'] }`. */
  readonly deleted?: { readonly column: string; readonly in: readonly string[] }
  readonly flag?: FlagColumn
  /** Column for the reason, beside the flag. */
  readonly reason?: string
  /** Columns by which gateways share the rows: text of at least 36 characters, and a date with time. */
  readonly claim?: { readonly token: string; readonly until: string }
  readonly sender?: SenderColumns
  readonly returns?: readonly ReturnTable[]
}

/** The columns that name one row. */
export const idOf = ({ id, key, version }: TableLayout): readonly string[] =>
  id ?? (version === undefined ? key : [...key, version])

/** The columns that pages are read by. */
export const orderOf = (layout: TableLayout): readonly string[] => layout.order ?? idOf(layout)

/** The stored values of a state. */
export const flagValues = (flag: FlagColumn, state: FlagState): readonly (string | null)[] =>
  flag.values?.[state] ?? publishedFlags[state]

const states: readonly FlagState[] = ['NOT_SENT', 'UNFINISHED', 'SENT', 'ITEM_UNKNOWN', 'FAILED']

/** What a stored value means; undefined when nothing has been agreed about it. Blanks around it are padding of CHAR columns. */
export const flagState = (flag: FlagColumn, stored: unknown): FlagState | undefined => {
  const value = stored === null || stored === undefined ? null : String(stored).trim()
  return states.find((state) => flagValues(flag, state).includes(value))
}
