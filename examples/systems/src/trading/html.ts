import { wanToYuan } from './digits.ts'
import { chineseTime, type Notice, tenderDates } from './notice.ts'
import type { Bid, Lot, Price } from './project.ts'
import { type Stage, stageInfo } from './stages.ts'

// Bodies as word processors and portals make them: inline styles, &nbsp; padding, tables in tables, rowspan and colspan.

const FONT = 'font-family:宋体;font-size:16px;line-height:30px;'

const heading = (text: string): string =>
  `<p style="font-family:宋体;font-size:22px;text-align:center;line-height:40px;" ><b>${text}</b></p>\r\n`

const paragraph = (text: string): string =>
  `<p style="${FONT}text-indent:2em;"><span>&nbsp;&nbsp;${text}</span></p>\r\n`

const cell = (text: string, attributes = ''): string =>
  `<td ${attributes} valign=center style="text-align:center;${FONT}"><b><span>&nbsp;${text}&nbsp;</span></b></td>`

const row = (...cells: string[]): string => `<tr>${cells.join('\r\n')}</tr>\r\n`

const table = (...rows: string[]): string =>
  `<table border=1 cellspacing=1 style="border-collapse:collapse;width:100%;mso-padding-alt:0.7500pt 0.7500pt;"><tbody>\r\n${rows.join('')}</tbody></table>\r\n`

const bidderName = ({ companies }: Bid): string => companies.map(({ name }) => name).join('、')

const priceText = (price: Price): string => {
  if (price.kind === 'amount') return wanToYuan(price.wan)
  if (price.kind === 'rate') return `${price.percent}%`
  return price.kind === 'words' ? price.words : '/'
}

const lotTitle = (lot: Lot): string => (lot.name ? `${lot.code}(${lot.name})` : lot.code)

const candidateTable = (lot: Lot): string =>
  table(
    row(cell('标段(包)编号', 'rowspan=2'), cell(lotTitle(lot), 'colspan=3')),
    row(...lot.bids.map((_bid, index) => cell(`第${'一二三'.charAt(index)}中标候选人`))),
    row(cell('中标候选人名称'), ...lot.bids.map((bid) => cell(bidderName(bid)))),
    row(cell('投标报价(元/%)'), ...lot.bids.map((bid) => cell(priceText(bid.price)))),
    row(cell('履约期限(天)'), ...lot.bids.map(() => cell(lot.period))),
  )

const winnerTable = (lot: Lot): string =>
  table(
    row(cell('标段(包)编号:'), cell(lot.code), cell('标段(包)名称:'), cell(lot.name || '/')),
    row(cell('中标人:'), cell(bidderName(lot.bids[0]), 'colspan="3"')),
    row(
      cell(priceLabel(lot.bids[0].price)),
      cell(priceText(lot.bids[0].price)),
      cell('履约期限(天):'),
      cell(lot.period),
    ),
  )

const priceLabel = (price: Price): string => (price.kind === 'rate' ? '中标价(%):' : '中标价(元):')

const openingTable = (lot: Lot): string =>
  table(
    row(cell(lotTitle(lot), `rowspan=${lot.bids.length + 1}`), cell('投标人'), cell('投标报价(元/%)')),
    ...lot.bids.map((bid) => row(cell(bidderName(bid)), cell(priceText(bid.price)))),
  )

const lotList = (lot: Lot): string =>
  row(cell(lotTitle(lot)), cell(`${wanToYuan(lot.controlPrice)}元`), cell(lot.period))

const parties = ({ project }: Notice): string =>
  table(
    row(cell('招标人'), cell(project.tenderer.name), cell('招标代理机构'), cell(project.agency.name)),
    row(cell('项目编号'), cell(project.code), cell('招标项目编号'), cell(project.tenderCode)),
  )

const tenderBody = (notice: Notice): string => {
  const { sold, deadline } = tenderDates(notice)
  return (
    paragraph(`${notice.project.name}已具备招标条件,现进行公开招标。`) +
    table(row(cell('标段'), cell('最高限价'), cell('工期/服务期')), ...notice.project.lots.map(lotList)) +
    paragraph(`招标文件获取时间:${chineseTime(sold[0], '09时00分')}至${chineseTime(sold[1], '17时00分')},每套500元。`) +
    paragraph(`投标截止及开标时间:${chineseTime(deadline)}。`)
  )
}

const each =
  (build: (lot: Lot) => string) =>
  (notice: Notice): string =>
    notice.project.lots.map(build).join('')

const candidateBody = (notice: Notice): string => {
  const [from, to] = tenderDates(notice).publicity
  return (
    each(candidateTable)(notice) +
    paragraph(
      `公示期:${chineseTime(from, '18时00分')}至${chineseTime(to, '18时00分')}。对评标结果有异议的,应当在公示期内提出。`,
    )
  )
}

const bodies: Record<Stage, (notice: Notice) => string> = {
  yucai: (notice) => paragraph(`${notice.project.name}拟于近期组织招标,预算${notice.project.subject.budget}万元。`),
  zgys: tenderBody,
  zhaobiao: tenderBody,
  biangeng: (notice) =>
    paragraph(`原投标截止时间变更为${chineseTime(tenderDates(notice).deadline, '14时00分')},其余内容不变。`),
  chengqing: () => paragraph('问:工程量清单与图纸不一致时以哪个为准?') + paragraph('答:以工程量清单为准。'),
  kaibiao: each(openingTable),
  zhongbiaohx: candidateBody,
  zhongbiao: each(winnerTable),
  liubiao: () => paragraph('截至投标截止时间,递交投标文件的投标人不足三家,本次招标失败。'),
  hetong: (notice) => each(winnerTable)(notice) + paragraph('合同已签订,现予以公示。'),
  yichang: () => paragraph('收到对第一中标候选人业绩的异议,经核查成立,重新公示候选人。'),
}

/** The HTML body of a notice. */
export const noticeHtml = (notice: Notice): string =>
  `<meta http-equiv="Content-Type" content="text/html;charset=utf-8">\r\n<p></p>\r\n${heading(stageInfo[notice.stage].name)}` +
  `<table width="100%"><tr><td>${parties(notice)}${bodies[notice.stage](notice)}</td></tr></table>` +
  '<script>function watermark(settings){}</script>'
