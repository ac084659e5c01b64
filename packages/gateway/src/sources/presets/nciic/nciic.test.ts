import { readFileSync } from 'node:fs'
import { describeWith, neededData, needs } from '@tongban/test-support'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeSource } from '../../../contract/index.ts'
import type { IdentitiesPort } from '../../../domains/applicants/port.ts'
import type { Ports } from '../../../domains/ports.ts'
import { connectSources } from '../../connect.ts'
import { readWsdl } from '../../protocols/soap/wsdl.ts'
import { readXml } from '../../protocols/xml/read.ts'
import { silentLog } from '../../testing/source.ts'
import { body } from '../../testing/upstream.ts'
import { errorCodes } from './codes.ts'
import { type NciicOptions, nciicIdentities } from './nciic.ts'
import { answerRow } from './outcome.ts'
import { findings, sendOut, startRegister, systemError } from './testing.ts'

const licence = '测试授权<&>文件'
const known = { documentNumber: '110101200002290018', name: '测试甲' }
const dotted = { documentNumber: '440524188001010014', name: '测试·乙' }
const stranger = { documentNumber: '11010519491231002X', name: '测试丙' }
const claims = [known, dotted, stranger]

let register: Awaited<ReturnType<typeof startRegister>>
let open: { close(): Promise<void> } | undefined
afterEach(async () => {
  await open?.close()
  await register?.close()
})

const options = (more: Partial<NciicOptions> = {}): NciicOptions => {
  const { wsdl } = more
  const endpoint = `${register.url}/nciic_ws/services/NciicServices`
  return { endpoint, license: licence, userName: '测试单位', place: '330600', ...(wsdl ? { wsdl } : {}), ...more }
}
const check = (asked: Parameters<IdentitiesPort<never>['check']>[0], more: Partial<NciicOptions> = {}) => {
  const sources = connectSources<Ports>([nciicIdentities(options({ limits: { maxRetries: 0 }, ...more }))], {
    log: silentLog,
    metrics: { sourceCall() {} },
    now: () => new Date(),
  })
  open = sources
  return sources.directory.require('identities', { division: '330602' }).port.check(asked, {})
}

describe('the identity check', () => {
  it('tells what the register says about each person, in one request', async () => {
    register = await startRegister()
    const { value } = await check([
      known,
      { ...dotted, name: '测试乙' },
      stranger,
      { ...stranger, documentNumber: 'X', name: '' },
    ])
    expect(value.map(({ result, detail }) => [result, detail])).toEqual([
      ['MATCHES', null],
      ['NAME_DIFFERS', null],
      ['NOT_IN_REGISTER', null],
      ['UNKNOWN', 'a required field is missing: 姓名'],
    ])
    expect(register.requests()).toBe(1)
  })

  it('writes what the specification asks for, and the name with its middle dot', async () => {
    register = await startRegister()
    await check([dotted])
    const [asked] = register.asked
    expect(asked).toMatchObject({ action: '""', license: licence, rows: [{ '@FSD': '330600', '@YWLX': '政务服务' }] })
    expect(asked?.message).toContain('xmlns:ws="https://api.nciic.org.cn/NciicServices"')
    expect(asked?.message).toContain('<ws:nciicCheck><ws:inLicense>')
    expect(JSON.stringify(asked?.conditions)).toMatch(
      /"INFO":\{"SBM":"测试单位"\}.*"GMSFHM":"公民身份号码","XM":"姓名"/,
    )
    expect(asked?.rows[0]).toMatchObject({ GMSFHM: dotted.documentNumber, XM: '测试·乙' })
  })

  it('divides what is too much for the contract', async () => {
    register = await startRegister(2)
    const many = Array.from({ length: 7 }, (_, n) => ({ documentNumber: `11010119900101${1000 + n}`, name: '测试' }))
    const { value } = await check([...many, known])
    expect(value.map(({ documentNumber }) => documentNumber).toSorted()).toEqual(
      [...many, known].map(({ documentNumber }) => documentNumber).toSorted(),
    )
    expect(value.filter(({ result }) => result === 'MATCHES')).toHaveLength(1)
  })

  it('gives no answer about a number that is claimed under two names', async () => {
    register = await startRegister()
    const { value } = await check([known, { ...known, name: '测试丁' }, known])
    expect(value).toEqual([
      { documentNumber: known.documentNumber, result: 'UNKNOWN', detail: 'asked under several names at once' },
    ])
    expect(register.requests()).toBe(0)
  })

  it('reads GBK where the service answers in it', async () => {
    register = await startRegister()
    register.answer(sendOut(findings([{ GMSFHM: known.documentNumber, XM: known.name, '@FSD': '330600' }]), 'gbk'))
    expect((await check([known])).value).toMatchObject([{ result: 'MATCHES' }])
  })

  it('does not take the finding about somebody else', async () => {
    register = await startRegister()
    register.answer(sendOut(findings([{ GMSFHM: dotted.documentNumber, XM: dotted.name, '@FSD': '330600' }])))
    await expect(check([known])).rejects.toMatchObject({ code: 'TB_SOURCE_SHAPE' })
  })

  it('does not know about a person the answer leaves out', async () => {
    register = await startRegister()
    register.answer(sendOut(findings([{ GMSFHM: known.documentNumber, XM: known.name, '@FSD': '330600' }])))
    expect((await check([known, dotted])).value).toMatchObject([
      { result: 'MATCHES' },
      { result: 'UNKNOWN', detail: 'the answer leaves this person out' },
    ])
  })

  it.each([
    ['an empty string', sendOut(''), 'TB_SOURCE_SHAPE'],
    ['no rows', sendOut('<ROWS/>'), 'TB_SOURCE_SHAPE'],
    ['another document', sendOut('<RESULT/>'), 'TB_SOURCE_SHAPE'],
    ['half a document', sendOut('<ROWS><ROW no="1">'), 'TB_SOURCE_SHAPE'],
    ['no SOAP at all', body('<ROWS/>', 'text/xml'), 'TB_SOURCE_SHAPE'],
    ['nothing', body('', 'text/xml'), 'TB_SOURCE_SHAPE'],
    ['an unknown error', sendOut(systemError('-99')), 'TB_SOURCE_REFUSED'],
  ])('tells of %s', async (_what, answer, code) => {
    register = await startRegister()
    register.answer(answer)
    await expect(check([known])).rejects.toMatchObject({ code, source: 'nciic' })
  })
})

const codeOf = { AUTH: 'TB_SOURCE_AUTH', UNWELL: 'TB_SOURCE_UNAVAILABLE', REFUSED: 'TB_SOURCE_REFUSED' } as const

describe('error codes', () => {
  it.each(Object.entries(errorCodes))('%s of the whole answer means %s', async (code, meaning) => {
    register = await startRegister()
    register.answer(sendOut(systemError(code)))
    await expect(check([known])).rejects.toMatchObject({ code: codeOf[meaning], params: { detail: code } })
  })
})

const outcomeOf = (output: unknown) => {
  const read = answerRow.parse({ '@no': '1', INPUT: { gmsfhm: '' }, OUTPUT: output })
  return [read.result, read.detail]
}

describe('a finding', () => {
  it.each([
    [
      'another word about the number',
      { ITEM: [{ result_gmsfhm: '不一致' }, { result_xm: '一致' }] },
      /about the number/,
    ],
    ['another word about the name', { ITEM: [{ result_gmsfhm: '一致' }, { result_xm: '相似' }] }, /about the name/],
    ['no finding', { ITEM: [] }, /about the number/],
    ['no output', '', /about the number/],
    ['a place that is missing', { ITEM: { errormesage: '业务发生地属性缺失' } }, /place of business/],
    ['an error nobody named', { ITEM: { errormesage: '测试甲不可查' } }, /does not name/],
    [
      'a column that is no column',
      { ITEM: [{ errormesage: '必录项缺失' }, { errormesagecol: '测试甲' }] },
      /^a required field is missing$/,
    ],
  ])('is no yes and no no for %s', (_what, output, detail) => {
    expect(outcomeOf(output)).toEqual(['UNKNOWN', expect.stringMatching(detail)])
  })
})

describeWith(needs.sharedData('protocols/nciic'), 'published files of the identity check', () => {
  const file = (name: string) => readFileSync(neededData(`protocols/nciic/${name}`), 'utf8')

  it('agree with the facts that the preset has built in', async () => {
    const wsdl = readWsdl(file('NciicServices.wsdl'))
    expect(wsdl).toMatchObject({ style: 'document', version: '1.1', qualified: true })
    expect(wsdl.operations.get('nciicCheck')).toEqual({
      name: 'nciicCheck',
      action: '',
      namespace: 'https://api.nciic.org.cn/NciicServices',
      request: 'nciicCheck',
      response: 'nciicCheckResponse',
      parameters: ['inLicense', 'inConditions'],
      results: ['out'],
    })
  })

  it('write the same request from the service description', async () => {
    register = await startRegister()
    await check([known])
    await open?.close()
    await check([known], { wsdl: file('NciicServices.wsdl') })
    const [one, other] = register.asked
    expect(other).toEqual(one)
  })

  it('have the five outcomes of one batch', () => {
    const rows = z.object({ ROWS: z.object({ ROW: z.array(answerRow) }) })
    const read = rows.parse(readXml(file('resultXML.xml'), { attributes: true }))
    expect(read.ROWS.ROW.map(({ result, detail }) => [result, detail])).toEqual([
      ['MATCHES', null],
      ['NAME_DIFFERS', null],
      ['NOT_IN_REGISTER', null],
      ['UNKNOWN', 'a required field is missing: 姓名'],
      ['UNKNOWN', 'the place of business (FSD) is missing'],
    ])
  })

  it('have an error answer that is told as what it means', async () => {
    register = await startRegister()
    register.answer(sendOut(file('resultXML-error.xml')))
    await expect(check([known])).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH', params: { detail: '-72' } })
  })

  it('list every error code of the table', () => {
    const codes = z.array(z.object({ code: z.string() })).parse(JSON.parse(file('error-codes.json')))
    expect(codes.map(({ code }) => code).toSorted()).toEqual(Object.keys(errorCodes).toSorted())
  })
})

const contract = await startRegister()
afterAll(() => contract.close())
describeSource(nciicIdentities({ endpoint: contract.url, license: licence, userName: '测试单位', place: '330600' }), {
  identities: { check: claims },
  personal: [...claims.flatMap(({ documentNumber, name }) => [documentNumber, name]), licence],
})
