import { HTMLElement, type Node, NodeType, parse } from 'node-html-parser'

/** A table as people see it: cells that span rows or columns appear in each place they cover. */
export type HtmlTable = readonly (readonly string[])[]

const parseHtml = (html: string) => parse(html, { comment: false, blockTextElements: { script: false, style: false } })

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

/** The text of an HTML page, a line for each block and a tab between cells. */
export const htmlText = (html: string): string => tidy(textOf(parseHtml(html), () => false))

/** The nearest table above an element: rows of a nested table belong to that one only. */
const tableOf = (element: HTMLElement): HTMLElement | null =>
  element.parentNode?.tagName === 'TABLE' ? element.parentNode : element.parentNode && tableOf(element.parentNode)

const cellText = (cell: HTMLElement): string =>
  tidy(textOf(cell, (element) => element.tagName === 'TABLE')).replaceAll(/[\n\t]+/g, ' ')

const mostSpan = 100
const span = (cell: HTMLElement, name: 'rowspan' | 'colspan'): number =>
  Math.min(mostSpan, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1))

/** Puts a cell into every place it covers; places may lie in rows that come later. */
function place(grid: string[][], row: number, cell: HTMLElement): void {
  const text = cellText(cell)
  const cells = (at: number) => {
    grid[at] ??= []
    return grid[at]
  }
  let column = 0
  while (cells(row)[column] !== undefined) column += 1
  for (let down = 0; down < span(cell, 'rowspan'); down++)
    for (let right = 0; right < span(cell, 'colspan'); right++) cells(row + down)[column + right] = text
}

function gridOf(table: HTMLElement): HtmlTable {
  const rows = table.querySelectorAll('tr').filter((row) => tableOf(row) === table)
  const grid: string[][] = rows.map(() => [])
  for (const [index, row] of rows.entries())
    for (const cell of row.childNodes)
      if (cell instanceof HTMLElement && (cell.tagName === 'TD' || cell.tagName === 'TH')) place(grid, index, cell)
  return grid.slice(0, rows.length).map((cells) => Array.from(cells, (text) => text ?? ''))
}

/** All tables of an HTML page, outer ones before the ones nested in them. */
export const htmlTables = (html: string): readonly HtmlTable[] => parseHtml(html).querySelectorAll('table').map(gridOf)
