import { digits, inTurn } from './numbers.ts'

/** Agencies of the invented city; each handles four items in a row, so that 20 items need 5 agencies. */
export const itemsPerAgency = 4
export const agencyCount = 250

/** An agency as the upstream writes it. */
export interface AgencyRow {
  readonly code: string
  readonly name: string
  readonly divisionCode: string
  readonly address: string
  readonly telephone: string
}

const bureaus = [
  '市场监督管理局',
  '自然资源和规划局',
  '住房和城乡建设局',
  '人力资源和社会保障局',
  '卫生健康局',
] as const

export const agencyCode = (n: number): string => `AG${digits(n, 4)}`

export const agencyAt = (n: number): AgencyRow => ({
  code: agencyCode(n),
  name: `绍兴市${inTurn(bureaus, n)}第${n + 1}办事处`,
  divisionCode: '330602000000',
  address: `绍兴市越城区洋江东路${n + 1}号政务服务中心${(n % 9) + 1}号厅`,
  telephone: `0575-8000${digits(n, 4)}`,
})
