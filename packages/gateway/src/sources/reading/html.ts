import { HTMLElement, type Node, NodeType, parse } from 'node-html-parser'
import { sourceFailure } from '../failures.ts'

/** A table as people see it: cells that span rows or columns appear in each place they cover. */
export type HtmlTable = readonly (readonly string[])[]

const parseHtml = (html: string) => parse(html, { comment: false, blockTextElements: { script: false, style: false } })

/** Elements that have no end, or that the next of their kind ends. */
const endless =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|t[dhr]|tbody|thead|tfoot|dt|dd|option)$/i
const deepest = 1_000

/** Whether elements nest so deep that the parser, whose time grows with the square of the depth, would stand still. */
function isTooDeep(html: string): boolean {
  const open = new Map<string, number>()
  let depth = 0
  for (const [tag, written = ''] of html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)) {
    const name = written.toLowerCase()
    const before = open.get(name) ?? 0
    const change = tag.startsWith('</') ? (before > 0 ? -1 : 0) : endless.test(name) ? 0 : 1
    open.set(name, before + change)
    depth += change
    if (depth > deepest) return true
  }
  return false
}

/** Comments and sections are taken out here, because the parser's time grows with the square of the number of unfinished ones. */
function withoutComments(html: string): string {
  const parts: string[] = []
  let from = 0
  for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', from)) {
    parts.push(html.slice(from, at))
    const end = html.indexOf('-->', at + 4)
    if (end < 0) return parts.join('').replaceAll('<![CDATA[', '')
    from = end + 3
  }
  return (parts.join('') + html.slice(from)).replaceAll('<![CDATA[', '')
}

/** Deep nesting may also end in an overflow of the stack, here or in the parser. */
function readable<Result>(html: string, read: (page: HTMLElement) => Result): Result {
  const refused = (cause?: unknown) =>
    sourceFailure('TB_SOURCE_SHAPE', { detail: 'a page that cannot be read' }, { cause })
  if (isTooDeep(html)) throw refused()
  try {
    return read(parseHtml(withoutComments(html)))
  } catch (error) {
    throw refused(error)
  }
}

const breaks = /^(?:P|DIV|BR|TR|LI|UL|OL|H[1-6]|TABLE|SECTION|ARTICLE|DL|DT|DD|HR)$/
const hidden = /^(?:SCRIPT|STYLE|HEAD|TITLE|NOSCRIPT)$/

/** Text of a node with line breaks where a browser would break; tables inside it are left out on request. */
function textOf(node: Node, skip: (element: HTMLElement) => boolean): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text.replace(/\s+/g, ' ')
  if (!(node instanceof HTMLElement)) return ''
  if (hidden.test(node.tagName ?? '') || skip(node)) return ''
  const inner = node.childNodes.map((child) => textOf(child, skip)).join('')
  if (node.tagName === 'TD' || node.tagName === 'TH') return `${inner}\t`
  return breaks.test(node.tagName ?? '') ? `\n${inner}\n` : inner
}

/** `&nbsp;` and other wide blanks become one space, blank lines disappear. */
const tidy = (text: string): string =>
  text
    .replace(/[^\S\n\t]+/g, ' ')
    .split('\n')
    .map((line) => line.replace(/ ?\t ?/g, '\t').trim())
    .filter(Boolean)
    .join('\n')

/**
 * The text of an HTML page, a line for each block and a tab between cells.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when it nests too deep to be read
 */
export const htmlText = (html: string): string => readable(html, (page) => tidy(textOf(page, () => false)))

/** The nearest table above an element: rows of a nested table belong to that one only. */
const tableOf = (element: HTMLElement): HTMLElement | null =>
  element.parentNode?.tagName === 'TABLE' ? element.parentNode : element.parentNode && tableOf(element.parentNode)

const cellText = (cell: HTMLElement): string =>
  tidy(textOf(cell, (element) => element.tagName === 'TABLE')).replaceAll(/[\n\t]+/g, ' ')

const mostSpan = 100
/** Wider than any table that is meant; cells further right are left out, so that spans cannot multiply without end. */
const mostColumns = 200
/** Read from the text of the tag: the parser's own list of attributes fails for names such as `constructor`. */
const span = (cell: HTMLElement, name: 'rowspan' | 'colspan'): number => {
  const written = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?\\s*(\\d{1,9})`, 'i').exec(cell.rawAttrs ?? '')?.[1]
  return Math.min(mostSpan, Math.max(1, Number(written ?? 1)))
}

/** Puts a cell into every place it covers; places may lie in rows that come later. */
function place(grid: string[][], row: number, cell: HTMLElement): void {
  const text = cellText(cell)
  const cells = (at: number) => {
    grid[at] ??= []
    return grid[at]
  }
  let column = 0
  while (cells(row)[column] !== undefined) column += 1
  const below = Math.min(grid.length, row + span(cell, 'rowspan'))
  const beyond = Math.min(mostColumns, column + span(cell, 'colspan'))
  for (let down = row; down < below; down++) for (let right = column; right < beyond; right++) cells(down)[right] = text
}

function gridOf(table: HTMLElement): HtmlTable {
  const rows = table.querySelectorAll('tr').filter((row) => tableOf(row) === table)
  const grid: string[][] = rows.map(() => [])
  for (const [index, row] of rows.entries())
    for (const cell of row.childNodes)
      if (cell instanceof HTMLElement && (cell.tagName === 'TD' || cell.tagName === 'TH')) place(grid, index, cell)
  return grid.slice(0, rows.length).map((cells) => Array.from(cells, (text) => text ?? ''))
}

/**
 * All tables of an HTML page, outer ones before the ones nested in them. At most 200 columns are read.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when it nests too deep to be read
 */
export const htmlTables = (html: string): readonly HtmlTable[] =>
  readable(html, (page) => page.querySelectorAll('table').map(gridOf))
