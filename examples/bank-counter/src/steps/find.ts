import type { Tongban } from '@tongban/sdk'
import type { ErrandPlan } from '../plan.ts'
import type { Trace } from '../trace.ts'

const unitText: Readonly<Record<string, string>> = {
  WORKING_DAY: '个工作日',
  CALENDAR_DAY: '天',
  MONTH: '个月',
  YEAR: '年',
  HOUR: '小时',
  MINUTE: '分钟',
}

const durationText = (duration: { amount: number; unit: string | null } | null): string => {
  if (!duration) return '未载明'
  return duration.unit
    ? `${duration.amount}${unitText[duration.unit] ?? duration.unit}`
    : `${duration.amount}(单位未载明)`
}

/** What is not stated is not free. */
const feesText = (fees: readonly { readonly name: string }[] | null): string => {
  if (fees === null) return '未载明'
  return fees.length === 0 ? '不收费' : fees.map(({ name }) => name).join('、')
}

/** Searches like a clerk and opens the first hit. */
export async function findItem(bank: Tongban, { searchText, division }: ErrandPlan, trace: Trace) {
  trace.step(`检索事项:“${searchText}”(区划 ${division})`)
  const page = await bank.items.search({ text: searchText, division, first: 5 })
  trace.line(`共 ${page.totalCount} 项,前 ${page.items.length} 项:`)
  trace.list(
    page.items.map(
      ({ name, agency, visits }) => `${name}(${agency?.name ?? '机构未载明'},到现场 ${visits ?? '未载明'} 次)`,
    ),
  )
  const [first] = page.items
  if (!first) throw new Error(`没有找到“${searchText}”,换一个词再试`)
  const item = await bank.items.get({ code: first.code, division })
  if (!item) throw new Error(`事项 ${first.code} 刚刚被撤下`)
  trace.line(`选定:${item.name}`)
  trace.line(`法定时限 ${durationText(item.timeLimit.statutory)},承诺时限 ${durationText(item.timeLimit.promised)}`)
  trace.line(`收费:${feesText(item.fees)}`)
  if (item.plainGuide) trace.line(`白话指南:${item.plainGuide}`)
  return item
}

/** An item with everything the counter shows. */
export type OpenedItem = Awaited<ReturnType<typeof findItem>>
