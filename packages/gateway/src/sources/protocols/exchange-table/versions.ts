import type { TableColumns } from './columns.ts'
import type { TableLayout } from './layout.ts'
import type { TableRow } from './requests.ts'

/** A version as a number; a row without one, or with one that is none, is the first. */
export function versionOf(value: unknown): number {
  const text = String(value ?? '').trim()
  const version = Number(text)
  return text === '' || !Number.isFinite(version) ? 1 : version
}

/** Values of columns as one text. Blanks around them are padding; a missing value is not an empty one. */
export const keyText = (columns: TableColumns, names: readonly string[], row: TableRow): string =>
  JSON.stringify(
    names.map((name) => {
      const value = columns.valueOf(row, name)
      return value === null ? null : String(value).trim()
    }),
  )

/**
 * Of rows about the same thing the one with the highest version, in the order in which the things appear; a lower version that
 * comes later changes nothing, and of equal ones the first stays. Re-reported cases (重报) keep their number and raise the version.
 */
export function highestVersions(columns: TableColumns, layout: TableLayout, rows: readonly TableRow[]): TableRow[] {
  const { key, version } = layout
  const highest = new Map<string, TableRow>()
  const versionIn = (row: TableRow) => versionOf(version === undefined ? null : columns.valueOf(row, version))
  for (const row of rows) {
    const name = keyText(columns, key, row)
    const known = highest.get(name)
    if (known === undefined || versionIn(row) > versionIn(known)) highest.set(name, row)
  }
  return [...highest.values()]
}

/** Whether a row says that what it is about is gone. */
export const isDeleted = (columns: TableColumns, { deleted }: TableLayout, row: TableRow): boolean =>
  deleted?.in.includes(String(columns.valueOf(row, deleted.column) ?? '').trim()) ?? false
