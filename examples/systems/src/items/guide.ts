import { countsCalendarDays, type Item } from '../city/item.ts'

const timeText = ({ template }: Item): string => {
  const promised = template.days[1]
  if (promised === 0) return '材料齐全的当场办结。'
  return `受理后${promised}${countsCalendarDays(template) ? '日' : '个工作日'}内办结。`
}

const visitText = (visits: number): string => (visits === 0 ? '一次都不用跑,网上就能办。' : `最多跑${visits}次。`)

const feeText = ({ template }: Item): string =>
  template.fees ? `要交${template.fees.map((fee) => `${fee.name}${fee.amount}${fee.unit}`).join('、')}。` : '不收费。'

const fetchedNames = (item: Item): string =>
  item.materials
    .filter((material) => material.certificate !== undefined || material.format === '6')
    .map((material) => material.name)
    .join('、')

/** 白话指南: the errand told without officialese, one line an idea. */
export const plainGuide = (item: Item): string => {
  const basic = item.materials.filter((material) => !material.conditional && material.need === 'required')
  const fetched = fetchedNames(item)
  const lines = [
    item.template.plainly,
    `要准备:${basic.map((material) => material.name).join('、')}。`,
    fetched && `这些可以用电子证照或由系统调取,不用带纸质件:${fetched}。`,
    item.questions.length > 0 && '还需要什么,回答几个问题就知道。',
    timeText(item) + visitText(item.template.visits ?? 0) + feeText(item),
  ]
  return lines.filter((line) => line).join('\n')
}
