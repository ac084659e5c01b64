import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { describeSource } from '../../../contract/index.ts'
import type { OutgoingSubmission } from '../../../domains/cases/port.ts'
import { readXml } from '../../protocols/xml/read.ts'
import { portOfSource } from '../../testing/connected.ts'
import { body } from '../../testing/upstream.ts'
import { caseRow } from './case-row.ts'
import { ningboAcceptance } from './ningbo.ts'
import { isProjectNumber, projectPassword } from './project.ts'
import { gb, startPlatform } from './testing.ts'

const credentials = { apiKey: 'KEY-OF-A-TEST', system: 'TB', passwordSecret: 'nobody knows it' }
const platform = await startPlatform(credentials.apiKey)
afterAll(() => platform.close())
afterEach(() => {
  for (const path of ['/cases', '/BJHC/UAP/Receive', '/UAP/projid/get']) platform.misbehave(path, undefined)
})

const reached = { url: platform.url, success: ['0'], unauthorised: [401], paths: { query: '/cases' } }
const source = ningboAcceptance({ ...reached, credentials, refusals: [9], cardTypes: { RESIDENT_ID: '31' } })
const cases = portOfSource(source, 'cases')

const submission: OutgoingSubmission = {
  reference: 'TB-1',
  itemCode: '330201-0001',
  itemName: '住房公积金提取 <乗> & 䶮',
  itemVersion: '2',
  divisionCode: '330201000000',
  agencyCode: null,
  mode: 'ONLINE',
  submittedAt: '2026-01-05T09:00:00+08:00',
  applicant: {
    kind: 'PERSON',
    documentType: 'RESIDENT_ID',
    documentNumber: '33020019000101000X',
    name: '艾力·䶮𠀀',
  },
  answers: { 婚姻状况: '已婚' },
  form: { amount: 1000 },
  materials: [
    { key: 'm1', name: '身份证', satisfaction: 'CERTIFICATE', certificateIdentifier: null, digest: null },
    { key: 'm2', name: '合同', satisfaction: 'DOCUMENT', certificateIdentifier: null, digest: 'sm3:0' },
  ],
  collectedBy: { client: 'bank', branch: null, operator: null },
}
const handIn = async (reference: string, more: Partial<OutgoingSubmission> = {}) => {
  const { value } = await cases.submit({ ...submission, ...more, reference }, {})
  return value
}
const numberOf = async (reference: string): Promise<string> => {
  const taken = await handIn(reference)
  return taken.outcome === 'taken' ? taken.case.number : ''
}
const numbers = [await numberOf('TB-2'), await numberOf('TB-3')]

describeSource(source, {
  cases: { submit: { ...submission, reference: 'TB-4' }, findByReference: 'TB-2', byNumbers: numbers },
  unknownKey: '330201999999999999999',
  personal: [
    ...Object.values(submission.applicant),
    ...numbers.map((number) => projectPassword(number, credentials.passwordSecret)),
    credentials.apiKey,
  ],
})

describe('a submission', () => {
  it('arrives as three documents whose characters survive ISO-8859-1 on the way', async () => {
    const taken = await handIn('TB-5')
    const sent = platform.forms.findLast(({ path }) => path === '/BJHC/UAP/Receive')?.parameters ?? {}
    expect(taken).toMatchObject({ outcome: 'taken', case: { number: sent.PROJID, reference: 'TB-5' } })
    expect(readXml(sent.baseInfoXml ?? '')).toMatchObject({
      BASEINFO: {
        PROJID: expect.stringMatching(/^\d{21}$/),
        PROJPWD: projectPassword(sent.PROJID ?? '', credentials.passwordSecret),
        SERVICENAME: submission.itemName,
        APPLYNAME: '艾力·䶮𠀀',
        APPLY_CARDTYPE: '31',
        RECEIVETIME: '2026-01-05 09:00:00',
      },
    })
    expect(readXml(sent.attrXml ?? '')).toMatchObject({
      ATTRS: { ATTR: [{ NAME: '身份证', TYPE: '01' }, { DIGEST: 'sm3:0' }] },
    })
    expect(readXml(sent.formXml ?? '')).toMatchObject({
      FORM: {
        FIELD: [
          { NAME: '婚姻状况', VALUE: '已婚' },
          { NAME: 'amount', VALUE: '1000' },
        ],
      },
    })
  })

  it('that the platform will never take is refused in its words', async () => {
    expect(await handIn('TB-6', { itemCode: 'UNKNOWN' })).toEqual({ outcome: 'refused', reason: '事项不存在' })
  })

  it('is answered in GB18030, also where the bytes would do as UTF-8', async () => {
    platform.misbehave('/BJHC/UAP/Receive', gb({ result: 9, resultmsg: '一' }))
    expect(await handIn('TB-8')).toEqual({ outcome: 'refused', reason: '一' })
  })

  it('that is not listed yet is waiting, and is handed in once', async () => {
    platform.misbehave('/cases', gb({ result: '0', data: null }))
    expect(await handIn('TB-7')).toEqual({ outcome: 'waiting' })
    platform.misbehave('/cases', undefined)
    const before = platform.forms.filter(({ path }) => path === '/BJHC/UAP/Receive').length
    expect(await handIn('TB-7')).toMatchObject({ outcome: 'taken' })
    expect(platform.forms.filter(({ path }) => path === '/BJHC/UAP/Receive')).toHaveLength(before)
  })

  it.each([
    ['another code', gb({ result: '5', resultmsg: '系统忙' }), 'TB_SOURCE_REFUSED'],
    ['no code', gb({ resultmsg: '成功' }), 'TB_SOURCE_SHAPE'],
    ['a key that does not hold', gb({ result: 401 }), 'TB_SOURCE_AUTH'],
    ['a login page', body('<html><form>登录<input type="password"></form></html>', 'text/html'), 'TB_SOURCE_AUTH'],
    ['a number of 20 digits', gb({ result: '0', data: '1'.repeat(20) }), 'TB_SOURCE_SHAPE'],
  ])('whose number is answered by %s fails', async (_, answer, code) => {
    platform.misbehave('/UAP/projid/get', answer)
    await expect(handIn(`TB-${_}`)).rejects.toMatchObject({ code })
  })
})

describe('a number', () => {
  it('that has not 21 digits is never asked for', async () => {
    const before = platform.requests()
    expect((await cases.byNumbers(['1', `${numbers[0]}0`], {})).value).toEqual([])
    expect(platform.requests()).toBe(before)
  })

  it('has a password of six digits, always the same, that another secret does not have', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{21}$/), fc.string(), (number, secret) => {
        expect(isProjectNumber(number)).toBe(true)
        expect(projectPassword(number, secret)).toMatch(/^\d{6}$/)
        expect(projectPassword(number, secret)).toBe(projectPassword(number, secret))
      }),
    )
    expect(projectPassword('1'.repeat(21), 'a')).not.toBe(projectPassword('1'.repeat(21), 'b'))
  })

  it('asked for with another secret is not answered', async () => {
    const other = ningboAcceptance({ ...reached, credentials: { ...credentials, passwordSecret: 'guessed' } })
    expect((await portOfSource(other, 'cases').byNumbers(numbers, {})).value).toEqual([])
  })
})

const row = { PROJID: '330201000000000000001', RECEIVETIME: '2026-01-05 09:00:00' }
const at = '2026-01-06T10:00:00+08:00'
const reportOf = (events: object) => caseRow.parse({ ...row, ...events }).reports.slice(1)

describe('an event', () => {
  it.each([
    [{ accept: [{ AcceptTime: '20260106100000', DOACTION: 0 }] }, 'ACCEPTED', 'accept'],
    [{ accept: { AcceptTime: '2026-01-06 10:00:00', DOACTION: '1' } }, 'NOT_ACCEPTED', 'accept'],
    [{ handler: [{ END_TIME: '2026/1/6 10:00:00', DOACTION: '0' }] }, 'IN_REVIEW', 'handler'],
    [{ handler: [{ START_TIME: '2026-01-06T10:00:00', DOACTION: '0' }] }, 'IN_REVIEW', 'handler'],
    [{ over: [{ TRANSACT_TIME: '2026-01-06 10:00:00', DOACTION: '0' }] }, 'CLOSED', 'over'],
    [{ over: [{ TRANSACT_TIME: '2026-01-06 10:00:00', DOACTION: '1' }] }, 'VOID', 'over'],
    [{ over: [{ TRANSACT_TIME: '2026-01-06 10:00:00', DOACTION: 3 }] }, 'RETURNED', 'over'],
  ])('%j is the state %s', (events, state, tableVersion) => {
    expect(reportOf(events)).toMatchObject([{ at, state, raw: { system: 'ningbo', tableVersion } }])
  })

  it('by which a case goes back one desk is no state of the case', () => {
    expect(reportOf({ handler: [{ END_TIME: '2026-01-06 10:00:00', DOACTION: '1' }] })).toEqual([])
  })

  it.each([
    [{ accept: [{ AcceptTime: '2026-01-06', DOACTION: '2' }] }],
    [{ handler: [{ END_TIME: '2026-01-06', DOACTION: '3' }] }],
    [{ handler: [{ DOACTION: '0' }] }],
    [{ over: [{ TRANSACT_TIME: '2026-01-06', DOACTION: '2' }] }],
    [{ PROJID: '33020' }],
  ])('%j is refused, not guessed', (events) => {
    expect(caseRow.safeParse({ ...row, ...events }).success).toBe(false)
  })

  it.each([
    ['2099/12/31', '准予许可', true, '办结;准予许可;有效期至:长期'],
    ['2030/12/31', '准予许可', true, '办结;准予许可;有效期至:2030-12-31'],
    ['', '不予许可', false, '办结;不予许可'],
  ])('that ends a case, valid to %j and %s, grants it: %s', (XK_YXQZI, TRANSACT_DESCRIBE, granted, note) => {
    const over = { TRANSACT_TIME: '2026-01-06 10:00:00', DOACTION: '0', TRANSACT_RESULT: '办结' }
    const read = caseRow.parse({ ...row, over: [{ ...over, TRANSACT_DESCRIBE, XK_YXQZI }] })
    expect(read.result).toMatchObject({ granted, decidedAt: at })
    expect(read.reports.at(-1)).toMatchObject({ note })
  })
})
