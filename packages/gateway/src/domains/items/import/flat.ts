import { padDivision } from '@tongban/schema'
import { codedValue, listed, namedValue } from './values.ts'

/** How a cell of a column becomes a part of an item. Paths have at most two steps. */
type Column = readonly [path: string, read: (cell: string) => unknown]

const text = (cell: string): string => cell
const workingDays = (cell: string) => ({ amount: wholeNumber(cell.replace(/个?工作日$/, '')), unit: 'WORKING_DAY' })

/** Text that is no whole number is given back for the record to refuse. */
const wholeNumber = (cell: string): number | string => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell)

/** Columns of a flat file, by their English name; the Chinese headers below mean the same. */
const columns: Readonly<Record<string, Column>> = {
  code: ['code', text],
  name: ['name', text],
  catalogCode: ['catalogCode', text],
  taskCode: ['taskCode', text],
  handlingItemCode: ['handlingItemCode', text],
  localCatalogCode: ['localCatalogCode', text],
  localTaskCode: ['localTaskCode', text],
  mainItem: ['mainItem', text],
  type: ['type', (cell) => codedValue('itemType', cell)],
  state: ['state', namedValue],
  version: ['version', text],
  effectiveFrom: ['effectiveFrom', text],
  effectiveTo: ['effectiveTo', text],
  division: ['divisionCode', padDivision],
  agencyCode: ['agencyCode', text],
  agencyName: ['agencyName', text],
  audience: ['audience', (cell) => listed(cell).map((value) => codedValue('audience', value))],
  topics: ['topics', listed],
  statutoryDays: ['timeLimit.statutory', workingDays],
  promisedDays: ['timeLimit.promised', workingDays],
  onlineDepth: ['channels.onlineDepth', (cell) => listed(cell).map((value) => codedValue('onlineDepth', value))],
  onlineUrl: ['channels.onlineUrl', text],
  visits: ['visits', wholeNumber],
  handlingAreas: ['handlingAreas', (cell) => listed(cell).map(namedValue)],
  conditions: ['conditions', listed],
  plainGuide: ['plainGuide', text],
}

const chinese: Readonly<Record<string, string>> = {
  事项编码: 'code',
  事项名称: 'name',
  基本编码: 'catalogCode',
  实施编码: 'taskCode',
  业务办理项编码: 'handlingItemCode',
  地方基本编码: 'localCatalogCode',
  地方实施编码: 'localTaskCode',
  主项名称: 'mainItem',
  事项类型: 'type',
  事项状态: 'state',
  事项版本: 'version',
  计划生效日期: 'effectiveFrom',
  计划取消日期: 'effectiveTo',
  区划代码: 'division',
  实施机构编码: 'agencyCode',
  实施机构: 'agencyName',
  服务对象: 'audience',
  主题分类: 'topics',
  '法定办结时限(工作日)': 'statutoryDays',
  '承诺办结时限(工作日)': 'promisedDays',
  网办深度: 'onlineDepth',
  网上办理地址: 'onlineUrl',
  到办事现场次数: 'visits',
  通办范围: 'handlingAreas',
  受理条件: 'conditions',
  白话指南: 'plainGuide',
}

/** Headers come with full-width brackets, blanks and other capitals. */
const plain = (header: string): string => header.normalize('NFKC').replace(/\s/g, '')
const byHeader = new Map(
  Object.keys(columns)
    .map((name) => [name.toLowerCase(), name] as const)
    .concat(Object.entries(chinese)),
)

/** The column a header names, if any. */
export const columnOf = (header: string): string | undefined =>
  byHeader.get(plain(header)) ?? byHeader.get(plain(header).toLowerCase())

/** An item as far as a flat row describes it. Columns nobody asked for are left aside. */
export function fromFlat(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const item: Record<string, unknown> = {}
  for (const [header, cell] of Object.entries(fields)) {
    const column = columns[columnOf(header) ?? '']
    if (column && typeof cell === 'string') place(item, column[0].split('.'), column[1](cell))
  }
  return item
}

function place(item: Record<string, unknown>, [head = '', next]: readonly string[], value: unknown): void {
  item[head] = next === undefined ? value : { ...(item[head] ?? {}), [next]: value }
}
