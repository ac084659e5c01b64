import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { fuzz, mutated } from '../../fuzz/testing.ts'
import { readJson } from '../../protocols/json.ts'
import { messageOf } from '../../signing/inbound/message.ts'
import { caseRows } from './case-row.ts'
import { readReport, readReportedCases } from './inbound.ts'
import { ratingRow } from './rating-form.ts'

const number = '330201000000000000001'
const head = `PROJID=${number}&OutSystemID=TB-1&DATAVERSION=2`
const accept = `${head}&AcceptTime=2026-01-06+10%3A00%3A00&DOACTION=0&Hander_Deptname=%E7%A4%BA%E4%BE%8B%E5%B1%80`
const over = `${head}&TRANSACT_TIME=2026-01-06+10:00:00&DOACTION=3&TRANSACT_RESULT=退件`

describe('a report', () => {
  it.each([
    [accept, { state: 'ACCEPTED', by: '示例局' }],
    [`${head}&START_TIME=2026-01-06 10:00:00&END_TIME=&DOACTION=0`, { state: 'IN_REVIEW' }],
    [over, { state: 'RETURNED', note: '退件' }],
  ])('%s is read', (text, report) => {
    expect(readReport(text)).toMatchObject([{ number, reference: 'TB-1', dataVersion: 2, reports: [report] }])
  })

  it('in GB18030 is read as well', () => {
    const name = iconv
      .encode('示例局䶮', 'gb18030')
      .reduce((text, byte) => `${text}%${byte.toString(16).padStart(2, '0')}`, '')
    expect(readReport(`${accept.slice(0, accept.lastIndexOf('=') + 1)}${name}`)).toMatchObject([
      { reports: [{ by: '示例局䶮' }] },
    ])
  })

  it.each([`${head}&TYPE=05&FILEPATH=/a.pdf`, `${head}&START_TIME=2026-01-06&DOACTION=1`])(
    '%s says nothing about the state',
    (text) => expect(readReport(text)).toEqual([]),
  )

  it.each([
    [head, 'expected a report'],
    [accept.replace('DOACTION=0', 'DOACTION=7'), 'DOACTION'],
    [accept.replace(number, '1'), 'PROJID'],
    ['', 'expected a report'],
  ])('%s is refused with the path and no value', (text, path) => {
    expect(() => readReport(text)).toThrow(
      expect.objectContaining({ code: 'TB_SOURCE_SHAPE', params: { detail: expect.stringContaining(path) } }),
    )
  })

  it('comes as a message', () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const message = messageOf({ method: 'POST', url: '/sources/x/cases', headers, body: Buffer.from(accept) })
    expect(readReportedCases(message)).toHaveLength(1)
  })
})

const rows = [
  `[{"PROJID":"${number}","RECEIVETIME":"20260105","accept":[{"AcceptTime":"2026-01-06","DOACTION":"0"}],"over":{"TRANSACT_TIME":"2026-01-07","DOACTION":"1","XK_YXQZI":"2099/12/31"}}]`,
  '{"projectNo":"1","satisfaction":"5","pf":"7","assessNumber":"2","assessTime":"2026-01-06 10:00:00"}',
]
describe('broken inputs', () => {
  fuzz('Ningbo reports', mutated([accept, over]), readReport, { inputs: 4_000 })
  fuzz(
    'Ningbo rows',
    mutated(rows),
    (text) => [caseRows.safeParse(readJson(text)).data, ratingRow.safeParse(readJson(text)).data],
    { inputs: 3_000, growth: 60 },
  )
})
