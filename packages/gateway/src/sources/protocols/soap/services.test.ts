import { readFileSync } from 'node:fs'
import { describeWith, neededData, needs } from '@tongban/test-support'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { writeBase64 } from '../../reading/base64.ts'
import { field } from '../../reading/fields.ts'
import { keeping, type Received } from '../../testing/received.ts'
import { servedUpstream } from '../../testing/served.ts'
import { anything, stackOf } from '../../testing/stack.ts'
import { readXml } from '../xml/read.ts'
import { readXmlBytes } from '../xml/read-bytes.ts'
import { xmlText } from '../xml/write.ts'
import type { SoapOptions, SoapRequest } from './options.ts'
import { soap } from './soap.ts'
import { readWsdl } from './wsdl.ts'

const upstream = servedUpstream()

const answered = (content: string, version = '1.1') => {
  const namespace =
    version === '1.1' ? 'http://schemas.xmlsoap.org/soap/envelope/' : 'http://www.w3.org/2003/05/soap-envelope'
  return `<?xml version="1.0" encoding="UTF-8"?>\n<S:Envelope xmlns:S="${namespace}"><S:Body>${content}</S:Body></S:Envelope>`
}
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const ask = async (options: Partial<SoapOptions>, request: Partial<SoapRequest>, answer: string | Uint8Array) => {
  const got: Received[] = []
  upstream.answer(keeping(got, answer, 'text/xml'))
  const stack = stackOf(
    soap({
      endpoint: `${upstream.url}/s`,
      envelope: { success: { path: 'code', in: ['1'] }, payload: 'data' },
      ...options,
    }),
  )
  upstream.closing(stack)
  const payload = await stack.call({ operation: 'x', action: 'find', reply: anything, ...request })
  return {
    payload,
    headers: got[0]?.headers,
    sent: readXml(got[0]?.body.toString() ?? '', { attributes: true }),
    text: got[0]?.body.toString(),
  }
}
const plain = { answers: 'plain' } as const

describe('a service with plain elements', () => {
  const options: Partial<SoapOptions> = { namespace: 'urn:s', document: plain }

  it('gets several parameters and gives several results', async () => {
    const { payload, text } = await ask(
      options,
      { parameters: { a: '1', list: { row: ['x', 'y'] }, left: undefined } },
      answered('<findResponse><code>1</code><data><n>007</n></data></findResponse>'),
    )
    expect(text).toContain(
      '<soapenv:Body><ws:find><a>1</a><list><row>x</row><row>y</row></list></ws:find></soapenv:Body>',
    )
    expect(payload).toEqual({ n: '007' })
  })

  it('may name the one result', async () => {
    const answer = answered('<findResponse><out><code>1</code><data>5</data></out></findResponse>')
    expect((await ask({ ...options, document: { ...plain, result: 'out' } }, { parameters: {} }, answer)).payload).toBe(
      '5',
    )
  })

  it('is addressed in SOAP 1.2 by the content type', async () => {
    const answer = answered('<findResponse><code>1</code></findResponse>', '1.2')
    const { headers, text } = await ask({ ...options, version: '1.2' }, { parameters: {} }, answer)
    expect(headers).toMatchObject({ 'content-type': 'application/soap+xml; charset=UTF-8; action="urn:find"' })
    expect(headers).not.toHaveProperty('soapaction')
    expect(text).toContain('xmlns:soapenv="http://www.w3.org/2003/05/soap-envelope"')
  })

  it('gets its parameters in its namespace when they are qualified', async () => {
    const answer = answered('<findResponse><code>1</code></findResponse>')
    const { text } = await ask(
      { ...options, qualified: true },
      { parameters: { a: { b: ['1', '2'] }, c: xmlText({ r: '<' }) } },
      answer,
    )
    expect(text).toContain(
      '<ws:find><ws:a><ws:b>1</ws:b><ws:b>2</ws:b></ws:a><ws:c><![CDATA[<?xml version="1.0" encoding="UTF-8"?><r>&lt;</r>]]></ws:c></ws:find>',
    )
  })

  it('gets entries in the SOAP header, made anew for each call', async () => {
    const header = async ({ now }: { now: () => Date }) => ({
      'ex:auth': { '@xmlns:ex': 'urn:ex', gjgxjhpt_rid: 'R', gjgxjhpt_rtime: typeof now().getTime() },
    })
    const { sent } = await ask(
      { ...options, header },
      { parameters: {} },
      answered('<findResponse><code>1</code></findResponse>'),
    )
    expect(sent).toMatchObject({ Envelope: { Header: { auth: { gjgxjhpt_rid: 'R', gjgxjhpt_rtime: 'number' } } } })
  })

  it('carries files as Base64, in both directions, within a limit', async () => {
    const bytes = Buffer.from('%PDF-1.7 陈䶮')
    const reply = z.object({ file: field.file(100) })
    const answer = answered(
      `<findResponse><code>1</code><data><file>\n${writeBase64(bytes)}\n</file></data></findResponse>`,
    )
    const { payload, text } = await ask(options, { parameters: { file: writeBase64(bytes) } }, answer)
    expect(text).toContain(`<file>${writeBase64(bytes)}</file>`)
    expect(Buffer.from(reply.parse(payload).file ?? [])).toEqual(bytes)
    expect(z.object({ file: field.file(10) }).safeParse(payload).success).toBe(false)
  })
})

describe('a service of RPC style', () => {
  const options: Partial<SoapOptions> = { namespace: 'urn:rpc', style: 'rpc', document: { ...plain, result: '' } }

  it.each(['findResponse', 'ns1:findResult'])('answers below an element of any name, such as %s', async (name) => {
    const answer = answered(
      `<${name} xmlns:ns1="urn:rpc"><code xsi:type="xsd:string" xmlns:xsi="urn:x">1</code><data>ok</data></${name}>`,
    )
    const { payload, text } = await ask(options, { parameters: { in0: 'a', in1: 'b' } }, answer)
    expect(payload).toBe('ok')
    expect(text).toContain('xmlns:ws="urn:rpc"><soapenv:Body><ws:find><in0>a</in0><in1>b</in1></ws:find>')
  })

  it('may hold a document in a string', async () => {
    const inner = escaped('<response><code>1</code><data>ok</data></response>')
    const answer = answered(`<n:findResponse xmlns:n="u"><findReturn>${inner}</findReturn></n:findResponse>`)
    expect((await ask({ ...options, document: { result: 'findReturn' } }, { parameters: {} }, answer)).payload).toBe(
      'ok',
    )
  })
})

describe('a service with JSON in a string', () => {
  // The shape of WsPerAuth: no status when it went well, `errormsg` when it did not; HTTP 200 and no faults.
  const options: Partial<SoapOptions> = {
    namespace: 'http://www.gszwfw.gov.cn/gsjis/services/WsPerAuth',
    document: { answers: 'json', result: 'return' },
    envelope: { success: { path: 'errormsg', in: [], orPresent: 'token' }, message: 'errormsg', codes: {} },
  }
  const given = (json: object) =>
    answered(`<findResponse><return>${escaped(JSON.stringify(json))}</return></findResponse>`)

  it('gives what is in it', async () => {
    const { payload } = await ask(options, { parameters: { appmark: 'a' } }, given({ token: 'T', username: '陈䶮<' }))
    expect(payload).toEqual({ token: 'T', username: '陈䶮<' })
  })

  it.each([
    [{ errormsg: '票据已过期' }, 'TB_SOURCE_REFUSED'],
    [{ errormsg: '票据已过期', token: 'T' }, 'TB_SOURCE_REFUSED'],
    [{ token: '' }, 'TB_SOURCE_SHAPE'],
    [{}, 'TB_SOURCE_SHAPE'],
  ])('%j is %s', async (json, code) => {
    await expect(ask(options, { parameters: {} }, given(json))).rejects.toMatchObject({ code })
  })
})

describe('a fault of SOAP 1.2', () => {
  const fault = (code: string, sub = '') =>
    answered(
      `<S:Fault><S:Code><S:Value>S:${code}</S:Value>${sub}</S:Code><S:Reason><S:Text>330600198801010037</S:Text></S:Reason></S:Fault>`,
      '1.2',
    )

  it.each([
    [fault('Sender'), 'TB_SOURCE_REFUSED'],
    [fault('Receiver'), 'TB_SOURCE_UNAVAILABLE'],
    [fault('MustUnderstand'), 'TB_SOURCE_REFUSED'],
    [fault('Sender', '<S:Subcode><S:Value>wsse:FailedAuthentication</S:Value></S:Subcode>'), 'TB_SOURCE_AUTH'],
    [answered('<S:Fault/>', '1.2'), 'TB_SOURCE_UNAVAILABLE'],
    [answered('<S:Fault><faultcode>查无此人 330600198801010037</faultcode></S:Fault>'), 'TB_SOURCE_UNAVAILABLE'],
    [answered('<S:Fault><faultcode>S:Client ID330600198801010037</faultcode></S:Fault>'), 'TB_SOURCE_REFUSED'],
  ])('%# is %s', async (text, code) => {
    const failure = await ask({ namespace: 'u', version: '1.2' }, { body: {} }, text).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code })
    expect(String(failure)).not.toContain('330600198801010037')
  })
})

describe('a source file', () => {
  const envelope = { success: { path: 'x', in: ['1'] } }
  it.each([
    ['no address', { namespace: 'u' }, 'protocol.endpoint'],
    ['no namespace', { endpoint: 'http://x.invalid' }, 'protocol.namespace'],
    ['a description that is none', { endpoint: 'http://x.invalid', wsdl: '<a/>' }, 'protocol.wsdl'],
  ])('with %s is refused', (_what, options, path) => {
    expect(() => soap({ envelope, ...options })).toThrow(
      expect.objectContaining({ code: 'TB_CONFIG_INVALID', params: expect.objectContaining({ path }) }),
    )
  })
})

const nciic = ['NciicServices.wsdl', 'resultXML.xml', 'resultXML-error.xml'].map((file) => `protocols/nciic/${file}`)
describeWith(needs.sharedData(...nciic), 'the national identity check, from its published description', () => {
  const read = (file: string) => readFileSync(neededData(`protocols/nciic/${file}`), 'utf8')
  const options = (): Partial<SoapOptions> => ({
    wsdl: read('NciicServices.wsdl'),
    document: { response: '', attributes: true },
    envelope: { success: { path: 'RESPONSE.@errorcode', in: [], orPresent: 'ROWS' }, payload: 'ROWS', auth: ['-72'] },
  })
  const conditions = {
    ROWS: {
      INFO: { SBM: '测试' },
      ROW: [
        { GMSFHM: '公民身份号码', XM: '姓名' },
        { '@FSD': '330600', XM: '陈䶮' },
      ],
    },
  }
  const parameters = () => ({ inConditions: xmlText(conditions), inLicense: 'L' })
  const result = (file: string) =>
    answered(`<ns1:nciicCheckResponse xmlns:ns1="u"><ns1:out>${escaped(read(file))}</ns1:out></ns1:nciicCheckResponse>`)

  it('has twenty operations with qualified elements and one result each', () => {
    const wsdl = readWsdl(read('NciicServices.wsdl'))
    expect(wsdl).toMatchObject({
      endpoint: 'https://api.nciic.com.cn/nciic_ws/services/NciicServices',
      version: '1.1',
      style: 'document',
      qualified: true,
    })
    const operations = [...wsdl.operations.values()]
    expect(operations).toHaveLength(20)
    expect(operations.every(({ name, request, response }) => request === name && response === `${name}Response`)).toBe(
      true,
    )
    expect(operations.every(({ namespace }) => namespace === 'https://api.nciic.org.cn/NciicServices')).toBe(true)
    expect(new Set(operations.flatMap(({ results }) => results))).toEqual(new Set(['out']))
    expect(wsdl.operations.get('nciicCheck')).toMatchObject({ action: '', parameters: ['inLicense', 'inConditions'] })
  })

  it('is asked in its namespace, with its parameters in order', async () => {
    const { text, headers, payload } = await ask(
      options(),
      { action: 'nciicCheck', parameters: parameters() },
      result('resultXML.xml'),
    )
    expect(headers).toMatchObject({ soapaction: '""' })
    expect(text).toContain(
      'xmlns:ws="https://api.nciic.org.cn/NciicServices"><soapenv:Body><ws:nciicCheck><ws:inLicense>L</ws:inLicense><ws:inConditions><![CDATA[<?xml version="1.0" encoding="UTF-8"?><ROWS><INFO>',
    )
    expect(text).toContain('<ROW FSD="330600"><XM>陈䶮</XM></ROW>')
    const rows = z.object({ ROW: field.list(z.object({ '@no': field.whole })) }).parse(payload)
    expect(rows.ROW.map((row) => row['@no'])).toEqual([1, 2, 3, 4, 5])
  })

  it('says by another root that it refuses', async () => {
    const refused = ask(options(), { action: 'nciicCheck', parameters: parameters() }, result('resultXML-error.xml'))
    await expect(refused).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
  })

  it.each([
    [{ action: 'nciicNothing' }, /no operation nciicNothing/],
    [
      { action: 'nciicCheck', parameters: { inLicence: 'L' } },
      /no parameter inLicence; it has inLicense, inConditions/,
    ],
  ])('%j is a mistake in the source file', async (request, detail) => {
    await expect(ask(options(), request, '')).rejects.toMatchObject({
      code: 'TB_CONFIG_INVALID',
      params: { detail: expect.stringMatching(detail) },
    })
  })
})

const gbk = ['treasury-voucher-8207.gbk.xml', 'population-query-response.gbk.xml'].map(
  (file) => `protocols/gbk/${file}`,
)
describeWith(needs.sharedData(...gbk), 'published messages in GBK', () => {
  const read = (file: string) => readFileSync(neededData(`protocols/gbk/${file}`))

  it('may carry a second message in GBK as Base64', () => {
    const attributes = true
    const outer = z
      .object({ MOF: z.object({ VoucherBody: z.object({ '@VtCode': field.text, Voucher: field.file(100_000) }) }) })
      .parse(readXmlBytes(read('treasury-voucher-8207.gbk.xml'), { attributes }))
    expect(outer.MOF.VoucherBody['@VtCode']).toBe('8207')
    expect(readXmlBytes(outer.MOF.VoucherBody.Voucher ?? Buffer.of())).toMatchObject({
      Voucher: {
        ProCatName: '行政事业专项',
        SumAmt: '30.00',
        DetailList: { Detail: [{ PayAmt: '16.00' }, { PayAmt: '14.00' }] },
      },
    })
  })

  it('may have a table in them', () => {
    const text = iconv.decode(read('population-query-response.gbk.xml'), 'gb18030')
    expect(JSON.stringify(readXmlBytes(read('population-query-response.gbk.xml')))).toContain('公民身份号码')
    expect(readXml(text)).toHaveProperty('RESPONSE.RESULT.ROW')
  })
})
