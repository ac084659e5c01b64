/** A cell that a spreadsheet would take for a formula; a number with a sign is none. Names of fields come from upstream. */
const isFormula = (text: string): boolean => /^[=+\-@\s]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text)

const cell = (value: string): string => {
  const text = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Rows as CSV (RFC 4180: lines end with CR LF, quotes are doubled).
 *
 * @param bom - whether to begin with a byte order mark, without which Excel takes UTF-8 for the local charset
 */
export const csvText = (rows: readonly (readonly string[])[], bom: boolean): string =>
  (bom ? '\ufeff' : '') + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
