/** A code as a source wrote it. The same digit means other things elsewhere, so it never travels alone. */
export interface RawCode {
  /** Which system's table, such as `shandong`. */
  readonly system: string
  /** Which version of that table, such as `2`. */
  readonly tableVersion: string
  readonly code: string
}

/** Why a raw code has no name. */
export type Unmapped =
  /** No table of this system and version is known. */
  | 'TABLE_UNKNOWN'
  /** The table does not list this code. */
  | 'CODE_UNKNOWN'
  /** The code is in use, but what it means in this table could not be confirmed. */
  | 'MEANING_NOT_CONFIRMED'
  /** The meaning is known, but none of our names says the same. */
  | 'NO_EQUIVALENT'

/** A raw code read by its table: a name of ours, or why there is none. The raw code stays with it. */
export type Decoded<Name extends string> =
  | { readonly name: Name; readonly raw: RawCode }
  | { readonly name?: undefined; readonly raw: RawCode; readonly why: Unmapped }

/** A known code without a name. */
type Gap = { readonly why: 'MEANING_NOT_CONFIRMED' | 'NO_EQUIVALENT'; readonly meaning?: string }

/** One published table of one system. */
export interface CodeTable<Name extends string> {
  readonly system: string
  readonly tableVersion: string
  /** Where the table was published, or what it was read from. */
  readonly source: string
  readonly codes: Readonly<Record<string, Name | Gap>>
}

/** The code has a meaning, but we have no name that says the same. */
export const noEquivalent = (meaning: string): Gap => ({ why: 'NO_EQUIVALENT', meaning })

/** The code is met, but its meaning in this table is not known for certain. */
export const notConfirmed: Gap = { why: 'MEANING_NOT_CONFIRMED' }

/** Reads a code by the one table it names. Never guesses: an unlisted system, version or code has no name. */
export function decodeBy<Name extends string>(tables: readonly CodeTable<Name>[], raw: RawCode): Decoded<Name> {
  const table = tables.find(({ system, tableVersion }) => system === raw.system && tableVersion === raw.tableVersion)
  if (table === undefined) return { raw, why: 'TABLE_UNKNOWN' }
  const entry = Object.hasOwn(table.codes, raw.code) ? table.codes[raw.code] : undefined
  if (entry === undefined) return { raw, why: 'CODE_UNKNOWN' }
  return typeof entry === 'string' ? { name: entry, raw } : { raw, why: entry.why }
}

/** Writes a name as the code of one table; `undefined` when the table has no code, or more than one, for it. */
export function encodeBy<Name extends string>(
  tables: readonly CodeTable<Name>[],
  name: Name,
  { system, tableVersion }: Omit<RawCode, 'code'>,
): RawCode | undefined {
  const table = tables.find((one) => one.system === system && one.tableVersion === tableVersion)
  const [code, ...others] = Object.entries(table?.codes ?? {}).flatMap(([key, entry]) => (entry === name ? [key] : []))
  return code === undefined || others.length > 0 ? undefined : { system, tableVersion, code }
}
