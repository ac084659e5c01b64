import { expect, it } from 'vitest'
import { isOrganisation, splitBidders } from './bidders.ts'
import { projectKey } from './project.ts'

it.each([
  ['甲建设有限公司', ['甲建设有限公司']],
  ['甲建设有限公司、乙设计院联合体', ['甲建设有限公司', '乙设计院']],
  ['甲（湖北）有限公司、乙勘察院（原丙、丁所）', ['甲（湖北）有限公司', '乙勘察院（原丙、丁所）']],
  ['甲建设有限公司（成员）；乙设计院（牵头人）', ['乙设计院', '甲建设有限公司']],
  ['甲建设有限公司与乙灯具有限公司组成的联合体', ['甲建设有限公司', '乙灯具有限公司']],
  ['甲、乙两地高速公路有限公司', ['甲、乙两地高速公路有限公司']],
  ['联合体牵头人：甲建设有限公司，成员：乙设计院', ['甲建设有限公司', '乙设计院']],
  ['', []],
])('%s is %j', (text, names) => expect(splitBidders(text)).toEqual(names))

it.each([
  ['新疆示例设计研究院（有限公司）', true],
  ['示例种植专业合作社', true],
  ['评标工作于2025年8月25日进行。评标过程如下：', false],
  ['某码头有限公司2个5万吨级码头道路堆场及后方配套工程', false],
])('%s names a body: %s', (name, is) => expect(isOrganisation(name)).toBe(is))

it.each([
  '示例工程（一期）(第2次招标)中标候选人公示',
  '示例工程(一期)中标结果公告',
  '示例工程 (一期)中标候选人公示（第2次公示）第2次公示',
  '示例工程（一期）中标候选人公示更正公示',
  '示例工程（一期）中标候选人公示（跨省远程异地评标）',
])('%s belongs to one project', (title) => expect(projectKey(title)).toBe('示例工程(一期)'))
