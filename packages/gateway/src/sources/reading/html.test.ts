import { expect, it } from 'vitest'
import { htmlTables, htmlText } from './html.ts'

it('breaks lines where a browser would and treats &nbsp; as a blank', () => {
  const html = '<p>&nbsp;&nbsp;一、&nbsp;项目</p><div>二<br/>三</div><style>p{}</style><script>var a = "<p>"</script>'
  expect(htmlText(html)).toBe('一、 项目\n二\n三')
})

it('puts a table row on one line, whatever the line breaks of the source', () => {
  expect(htmlText('<table>\r\n<tr><td>\r\n甲</td>\r\n<td><b>乙&nbsp;</b></td></tr><tr><td>丙</td></tr></table>')).toBe(
    '甲\t乙\n丙',
  )
})

it('repeats cells in every place they span', () => {
  const table = `<table>
    <tr><td rowspan=2>标段</td><td colspan="2">候选人</td></tr>
    <tr><td>甲</td><td>乙</td></tr>
  </table>`
  expect(htmlTables(table)).toEqual([
    [
      ['标段', '候选人', '候选人'],
      ['标段', '甲', '乙'],
    ],
  ])
})

it('keeps the rows of a nested table out of the table around it', () => {
  const html = '<table><tr><td>外<table><tr><td>内</td></tr></table></td></tr></table>'
  expect(htmlTables(html)).toEqual([[['外']], [['内']]])
})

it('fills holes of ragged rows and ignores impossible spans', () => {
  const html = '<table><tbody><tr><td>a</td></tr><tr><td rowspan="9">b</td><td colspan="x">c</td></tr></tbody></table>'
  expect(htmlTables(html)).toEqual([[['a'], ['b', 'c']]])
})

it('does not follow a table that claims a million columns', () => {
  const [table] = htmlTables('<table><tr><td colspan="1000000">a</td></tr></table>')
  expect(table?.[0]).toHaveLength(100)
})

it('gives the text of what is hardly HTML at all', () => {
  expect(htmlText('没有标签 &lt;5%&gt;')).toBe('没有标签 <5%>')
  expect(htmlTables('没有标签')).toEqual([])
})
