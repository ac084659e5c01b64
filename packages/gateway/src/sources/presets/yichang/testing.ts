import { json, startUpstream, type Upstream } from '../../testing/upstream.ts'
import { formOf } from '../notices/testing.ts'

const candidates = `<p>标段（包）编号：YCA990001-202501-01</p><p>示例工程于2025年05月20日在示例系统发布招标公告，2025年06月11日 09时00分在示例中心开标、评标。</p>
<table><tr><td colspan=2>名 次</td><td>第一名</td><td>第二名</td></tr>
<tr><td colspan=2>中标候选人名称</td><td>&nbsp;示例甲建设有限公司、示例乙设计院联合体&nbsp;</td><td>示例种植专业合作社</td></tr>
<tr><td colspan=2>投标报价(元/%)</td><td>123456.78</td><td>98.50</td></tr>
<tr><td colspan=2>履约期限（天）</td><td>730</td><td>420日历天</td></tr>
<tr><td rowspan=2>拟派项目管理人员</td><td>项目负责人</td><td>某甲,证书,X0001</td><td>某乙,证书,X0002</td></tr>
<tr><td>技术负责人</td><td>某丙,证书,X0003</td><td>某丁,证书,X0004</td></tr></table>
<p>招标人代表：某戊 代理机构工作人员：某己</p><p>公示期为2025年06月13日 18时00分至2025年06月16日 18时00分</p>
<p>五、联系方式</p><p>1.招标人：示例市城建局</p><p>2.招标代理机构：示例咨询有限公司</p>`

const result = `<table><tr><td>招标人:</td><td>示例市城建局</td><td>标段(包)编号:</td><td>YCA990001-202501-01(2)</td></tr>
<tr><td>中标人:</td><td colspan=3>示例甲建设有限公司</td></tr><tr><td>中标价(报价承诺):</td><td>下浮率20.50%</td><td>履约期限(天):</td><td>730</td></tr>
<tr><td>项目负责人</td><td colspan=3>某甲,证书,X0001</td></tr></table>`

const row = (infoid: string, categorynum: string, infocontent: string, more: object = {}) => ({
  infoid,
  categorynum,
  infocontent,
  title: `示例工程(第2次招标)${categorynum.endsWith('4') ? '中标候选人公示' : '中标结果公告'}`,
  pubinwebdate: '2025-06-13 18:00:00',
  xiaqucode: '420501',
  projectjiaoyitypeex: 'A01',
  infourl: `/jyxx/${infoid}.html`,
  enddate: '2099-12-31 23:59:59',
  ...more,
})

/** A portal that lists by category and page, repeats a row on the next page, and has two rows that cannot be read. */
export function openPortal(asked: Record<string, string>[] = []): Promise<Upstream> {
  const rows = [
    ...Array.from({ length: 5 }, (_, index) => row(`c${index}`, '003001004', candidates)),
    row('broken', '003001004', '<p>no table</p>'),
    row('c6', '003001004', candidates, { title: '' }),
    row('r0', '003001005', result),
  ]
  return startUpstream(async (request, response) => {
    const form = await formOf(request)
    asked.push(form)
    const [index, size] = [Number(form.pageindex), Number(form.pagesize)]
    const listed = form.startdate?.startsWith('2025-06-13')
      ? rows.filter(({ categorynum }) => categorynum === form.categoryNum)
      : []
    const from = Math.max(0, index * size - (index > 0 ? 1 : 0))
    json({ custom: { infodata: listed.slice(from, from + size) } })(request, response)
  })
}
