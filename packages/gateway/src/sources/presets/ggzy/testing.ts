import { body, json, startUpstream, type Upstream } from '../../testing/upstream.ts'
import { formOf } from '../notices/testing.ts'

const row = (id: string, more: object = {}) => ({
  id,
  title: `示例采购项目${id}合同`,
  businessTypeText: '政府采购',
  informationType: '0203',
  province: '330000',
  publishTime: '2026-03-17',
  tenderProjectCode: null,
  url: `/information/deal/html/a/330000/0203/20260317/${id}.html`,
  ...more,
})
const outer = `<html><body><div class="fully"><span> 采购项目编号：P-1</span><a onclick="showDetail(this, '0201','/x/html/b/first.html')">公告</a><span>2026-01-05</span></div></body></html>`
const inner = `<html><body><div id="mycontent"><table><tr><th>采购人名称</th><td>示例中学</td></tr><tr><th>中标（成交）供应商名称</th><td>示例甲有限公司</td></tr><tr><th>合同金额</th><td>28.38万元 人民币</td></tr><tr><th>合同期限</th><td>年</td></tr></table></div></body></html>\n`

/** A platform with two pages of rows, one of which comes twice, and whose page for `gone` is a captcha. */
export function openPlatform(pages = 2): Promise<Upstream> {
  const lists = [
    [row('a'), row('b'), row('strange', { informationType: '7777' })],
    [row('b'), row('gone')],
  ]
  return startUpstream(async (request, response) => {
    if (request.method === 'GET') {
      const page = request.url?.includes('gone')
        ? '<html>验证码</html>'
        : request.url?.includes('/html/a/')
          ? outer
          : inner
      return body(page, 'text/html; charset=utf-8')(request, response)
    }
    const form = await formOf(request)
    const records = form.TIMEBEGIN === '2026-03-17' ? (lists[Number(form.PAGENUMBER) - 1] ?? []) : []
    const data = { records, total: 5, size: 20, current: 1, pages }
    return json({ code: 200, message: 'success', data })(request, response)
  })
}
