import iconv from 'iconv-lite'
import { describe } from 'vitest'
import { z } from 'zod'
import { charsetOf, decodeBody, encodeText, percentEncode, xmlCharsetOf } from '../protocols/charset.ts'
import { openEnvelope } from '../protocols/envelope.ts'
import { readJson } from '../protocols/json.ts'
import { openMessage } from '../protocols/soap/read.ts'
import { serviceOf } from '../protocols/soap/service.ts'
import { readWsdl } from '../protocols/soap/wsdl.ts'
import { openAnswer } from '../protocols/web/answer.ts'
import { readXml } from '../protocols/xml/read.ts'
import { readXmlBytes } from '../protocols/xml/read-bytes.ts'
import { writeXml } from '../protocols/xml/write.ts'
import { readBase64, writeBase64 } from '../reading/base64.ts'
import { readDate, readInstant } from '../reading/dates.ts'
import { readDecimal, readMoney } from '../reading/decimals.ts'
import { field } from '../reading/fields.ts'
import { htmlTables, htmlText } from '../reading/html.ts'
import { normaliseName } from '../reading/names.ts'
import { isNothing } from '../reading/nothing.ts'
import { readOpeningHours } from '../reading/opening-hours.ts'
import { turnPage } from '../reading/paging.ts'
import { readRows } from '../reading/rows.ts'
import { fuzz, mutated, mutatedBytes } from './testing.ts'

const xml = [
  '<?xml version="1.0" encoding="GBK"?><a:r xmlns:a="u"><code>1</code><data no="2">陈䶮<b/><![CDATA[<x>]]></data><!-- c --></a:r>',
  '<RESPONSE errorcode="-72" code="0" countrows="1"><ROWS><ROW no="1"><ErrorCode>-72</ErrorCode></ROW></ROWS></RESPONSE>',
  '<r>&lt;&#20108;&#x4e00;&amp;</r>',
]
const envelopes = ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope']
const soapMessages = envelopes.flatMap((namespace) => [
  `<S:Envelope xmlns:S="${namespace}"><S:Body><findResponse><return><![CDATA[<response><code>1</code><data/></response>]]></return></findResponse></S:Body></S:Envelope>`,
  `<S:Envelope xmlns:S="${namespace}"><S:Body><findResponse><return>&lt;response&gt;&lt;code&gt;1&lt;/code&gt;&lt;/response&gt;</return></findResponse></S:Body></S:Envelope>`,
  `<S:Envelope xmlns:S="${namespace}"><S:Body><S:Fault><faultcode>Client</faultcode><S:Code><S:Value>Sender</S:Value></S:Code></S:Fault></S:Body></S:Envelope>`,
])
const json = [
  '{"code":"0","msg":"成功","data":{"total":"12","rows":[{"id":"1","day":"2021年12月31日","n":1.5,"x":null},{"id":2},],}}',
  '[[[{"a":[]}]]]',
  '{"head":{"status":0},"data":[12345678901234567890,1e400,"\\u005f\\"\\\\"]}',
  '"null"',
]
const html = [
  '<html><body><table><tr><td rowspan="2">标段</td><td colspan="3">中标人<table><tr><td>x</td></tr></table></td></tr><tr><th>价</th></tr></table></body></html>',
  `<table>${'<tr><td rowspan="100" colspan="100">x</td><td rowspan="9999">'.repeat(20)}</table>`,
  '<!DOCTYPE html><form action="/login"><input type="password"></form><p>&nbsp;a<br>b</p><script>x</script>',
]
const wsdl =
  '<definitions targetNamespace="u" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"><types><schema elementFormDefault="qualified"><element name="f"><complexType><sequence><element name="a"/></sequence></complexType></element></schema></types><message name="i"><part element="t:f"/></message><portType name="P"><operation name="f"><input message="t:i"/></operation></portType><binding type="t:P"><s:binding style="document"/><operation name="f"><s:operation soapAction=""/></operation></binding><service><port><s:address location="http://x"/></port></service></definitions>'
const dates = [
  '20211231T235959',
  '2021-12-31 00:00:00',
  '2021年12月31日 下午2时05分',
  '31-DEC-21',
  '1640966399000',
  '长期',
  '2021-12-31T00:00:00Z',
]
const numbers = ['1,234.50', '１２３．４５', '-0.10', '¥ 5', '1e9']

const both = (texts: readonly string[]) => texts.flatMap((text) => [Buffer.from(text), iconv.encode(text, 'gb18030')])
const envelope = { success: { path: 'code', in: ['0'], orPresent: 'data' }, payload: 'data', message: 'msg' }
const response = (body: Uint8Array, type: string) => ({ status: 200, headers: { 'content-type': type }, body })
const service = serviceOf({ endpoint: 'http://x', namespace: 'u', envelope })
const row = z.object({
  id: field.required,
  day: field.day,
  end: field.ending,
  n: field.decimal,
  x: field.list(field.object(z.object({ a: field.codes() }))),
})

describe('XML', () => {
  fuzz('xml', mutated(xml), (text) => [readXml(text), readXml(text, { attributes: true })], { inputs: 15_000 })
  fuzz('xml bytes', mutatedBytes(both(xml)), (bytes) => [
    xmlCharsetOf(bytes),
    readXmlBytes(bytes, { attributes: true }),
  ])
  fuzz('xml written', mutated(xml), (text) => readXml(writeXml({ r: { '@a': text, t: [text, { '#text': text }] } })), {
    inputs: 3_000,
  })
  fuzz('xml answer', mutatedBytes(both(xml)), (bytes) =>
    openAnswer(response(bytes, 'text/xml'), { format: 'xml', charset: 'gb18030', envelope, attributes: true }),
  )
})

describe('JSON', () => {
  fuzz('json', mutated(json), readJson, { inputs: 20_000 })
  fuzz('json answer', mutatedBytes(both(json)), (bytes) =>
    openAnswer(response(bytes, 'application/json'), { format: 'json', charset: 'utf-8', envelope }),
  )
  fuzz('envelope', mutated(json), (text) =>
    openEnvelope({ ...envelope, success: { path: 'head.status', in: [0] } }, readJson(text)),
  )
  fuzz(
    'rows',
    mutated(json),
    (text) => {
      const answer = readJson(text)
      const rows = Array.isArray(answer) ? answer : [answer]
      return [isNothing(answer), readRows(row, rows, 'id')]
    },
    { inputs: 8_000 },
  )
})

describe('SOAP', () => {
  const operation = service.operation('find')
  const documents = [
    {},
    { answers: 'json' },
    { answers: 'plain', result: '' },
    { response: '', attributes: true },
  ] as const
  for (const document of documents)
    fuzz(`soap ${JSON.stringify(document)}`, mutated(soapMessages), (text) =>
      openMessage(service, operation, document, response(Buffer.of(), 'text/xml'), text),
    )
  fuzz('wsdl', mutated([wsdl]), readWsdl, { inputs: 5_000 })
})

describe('character sets', () => {
  const bodies = both(['行政审批系统陈䶮·𠀀', 'plain', '\uFEFF{}', ...json])
  fuzz('utf-8', mutatedBytes(bodies), (bytes) => decodeBody(bytes, 'utf-8'), { inputs: 8_000 })
  fuzz('gb18030', mutatedBytes(bodies), (bytes) => decodeBody(bytes, 'gb18030'), { inputs: 8_000 })
  fuzz('content type', mutated(['text/xml; charset="gbk"']), (text) => charsetOf(text))
  fuzz('form', mutated(['a=1&b=陈䶮 +%']), (text) => [percentEncode(text, 'gb18030'), encodeText(text, 'utf-8')], {
    inputs: 2_000,
  })
})

describe('values', () => {
  fuzz('dates', mutated(dates), (text) => [readDate(text), readInstant(text), readDate(Number(text))], {
    inputs: 15_000,
  })
  fuzz(
    'decimals',
    mutated(numbers),
    (text) => [readDecimal(text), readMoney(text, '万元'), readDecimal(Number(text))],
    { inputs: 10_000 },
  )
  fuzz('fields', mutated([...dates, ...numbers, '1^2^3', '是', 'null', '33060019880101003X ']), (text) =>
    Object.values(field).map((reader) => ('safeParse' in reader ? reader.safeParse(text).success : null)),
  )
  fuzz('files', mutated([writeBase64(Buffer.from('%PDF-1.7')), 'data:a/b;base64,aGVs\r\nbG8=']), (text) =>
    readBase64(text, 1_000),
  )
  fuzz('names', mutated(['买买提·阿布都拉', 'ＡＢＣ（绍兴）', '陈䶮']), normaliseName)
  fuzz('opening hours', mutated(['周一至周五 08:30-12:00 14:00-17:30;周六 09:00-12:00']), readOpeningHours, {
    inputs: 3_000,
    growth: 400,
  })
  fuzz('paging', mutated(['3-250-0123456789abcdef', '0-0-']), (text) =>
    turnPage(text, { first: 1, size: 100 }).next({ keys: text.split('-'), total: text.length }),
  )
})

describe('HTML', () => {
  fuzz('html tables', mutated(html), htmlTables, { inputs: 4_000, growth: 400 })
  fuzz('html text', mutated(html), htmlText, { inputs: 4_000 })
})
