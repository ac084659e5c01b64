import { agencyCode, agencyCount, itemsPerAgency } from './agencies.ts'
import { digits, inTurn } from './numbers.ts'

export const itemCount = agencyCount * itemsPerAgency
const materialsPerItem = 5

/** A material as the upstream writes it. */
export interface MaterialRow {
  readonly key: string
  readonly name: string
  readonly necessity: 'REQUIRED' | 'OPTIONAL'
  readonly form: 'ORIGINAL' | 'ELECTRONIC_FILE'
  readonly source: 'APPLICANT' | 'GOVERNMENT'
  readonly copies: number
  readonly standard: string
  readonly basis: string
}

/** An item as the upstream writes it: about 2 KB of JSON. */
export interface ItemRow {
  readonly code: string
  readonly name: string
  readonly type: 'ADMINISTRATIVE_LICENSE' | 'PUBLIC_SERVICE'
  readonly version: string
  readonly divisionCode: string
  readonly agencyCode: string
  readonly visits: number
  readonly conditions: readonly string[]
  readonly process: readonly string[]
  readonly materials: readonly MaterialRow[]
}

const errands = ['食品经营许可', '不动产抵押登记', '建筑工程施工许可', '社会保险登记', '医疗机构执业登记'] as const
const papers = ['申请表', '身份证明', '场所使用证明', '平面布局图', '管理制度文本'] as const

export const itemCode = (n: number): string => `SX${digits(n, 6)}`

export const itemAt = (n: number): ItemRow => ({
  code: itemCode(n),
  name: `${inTurn(errands, n)}(${n + 1})`,
  type: n % 2 === 0 ? 'ADMINISTRATIVE_LICENSE' : 'PUBLIC_SERVICE',
  version: '1',
  divisionCode: '330602000000',
  agencyCode: agencyCode(Math.floor(n / itemsPerAgency)),
  visits: n % 3,
  conditions: ['具有与申请事项相适应的固定场所,并保持该场所环境整洁', '具有与申请事项相适应的设备、人员和管理制度'],
  process: ['申请', '受理', '审查', '决定', '送达'],
  materials: Array.from({ length: materialsPerItem }, (_, index) => materialAt(n, index)),
})

const materialAt = (item: number, index: number): MaterialRow => ({
  key: `M${index + 1}`,
  name: `${inTurn(errands, item)}${inTurn(papers, index)}`,
  necessity: index < 3 ? 'REQUIRED' : 'OPTIONAL',
  form: index % 2 === 0 ? 'ELECTRONIC_FILE' : 'ORIGINAL',
  source: index % 2 === 0 ? 'APPLICANT' : 'GOVERNMENT',
  copies: index + 1,
  standard: '内容完整清晰,签名或者盖章齐全,复印件注明与原件一致并由申请人签字确认。',
  basis: '《中华人民共和国行政许可法》第三十一条',
})
