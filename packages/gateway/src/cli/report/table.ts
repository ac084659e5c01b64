/** Characters that take two columns of a terminal (Unicode UAX #11, wide and full-width). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => [...text].length + (text.match(wide)?.length ?? 0)

const pad = (text: string, width: number, isNumber: boolean): string => {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)))
  return isNumber ? blanks + text : text + blanks
}

/** A column: what it is called, and whether it holds numbers. */
export interface Column {
  readonly title: string
  readonly isNumber: boolean
}

/** Lines of a table whose columns stand below each other, Chinese or not. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const titles = columns.map(({ title }) => title)
  const widths = columns.map((_column, at) => Math.max(...[titles, ...rows].map((row) => widthOf(row[at] ?? ''))))
  const line = (cells: readonly string[]) =>
    columns
      .map(({ isNumber }, at) => pad(cells[at] ?? '', widths[at] ?? 0, isNumber))
      .join('  ')
      .trimEnd()
  return [line(titles), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)]
}
