import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { AttemptIo, HttpRequest, HttpResponse } from '../../source.ts'
import type { SoapOptions } from './options.ts'
import { soap } from './soap.ts'

const options: SoapOptions = {
  endpoint: 'http://x.invalid/services/S',
  namespace: 'http://ws.x/',
  charset: 'gb18030',
  document: { head: ({ now }) => ({ appid: 'A', at: now().getTime() }) },
  envelope: { success: { path: 'returncode', in: ['1000'] }, payload: 'body', message: 'returnmsg', none: ['3004'] },
}
const inner =
  '<?xml version="1.0" encoding="GB18030"?><response><returncode>1000</returncode><body><name>陈䶮𠀀</name></body></response>'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const message = (content: string, element = 'return') =>
  `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><n:findResponse xmlns:n="x"><${element}>${content}</${element}></n:findResponse></S:Body></S:Envelope>`

const exchange = async (text: string, answer: Partial<HttpResponse> = {}) => {
  const sent: HttpRequest[] = []
  const io: AttemptIo = {
    signal: new AbortController().signal,
    now: () => new Date(7),
    http: async (request) => {
      sent.push(request)
      return { status: 200, headers: {}, body: iconv.encode(text, 'gb18030'), ...answer }
    },
  }
  const request = { operation: 'find', action: 'find', body: { name: '㐀·<&]]>', rows: { row: ['1', '2'] } } }
  const payload = await soap(options).send(request, io)
  return { payload, sent: sent[0] }
}

describe('a SOAP request', () => {
  it('carries an XML document inside CDATA, all of it in GB18030', async () => {
    const { sent } = await exchange(message(`<![CDATA[${inner}]]>`))
    expect(sent).toMatchObject({
      method: 'POST',
      url: options.endpoint,
      headers: { 'content-type': 'text/xml; charset=GB18030', soapaction: '"urn:find"' },
    })
    const text = iconv.decode(Buffer.from(sent?.body ?? ''), 'gb18030')
    expect(text).toContain(
      '<soapenv:Body><ws:find><xml><![CDATA[<?xml version="1.0" encoding="GB18030"?>' +
        '<request><head><appid>A</appid><at>7</at></head><body><name>㐀·&lt;&amp;]]&gt;</name><rows><row>1</row><row>2</row></rows></body></request>]]></xml></ws:find></soapenv:Body>',
    )
  })
})

describe('a SOAP answer', () => {
  it.each([
    ['CDATA', message(`<![CDATA[${inner}]]>`)],
    ['an escaped string', message(escaped(inner))],
    ['CDATA with blanks around', message(`\n  <![CDATA[${inner}]]>\n`)],
  ])('gives the payload of a document in %s', async (_name, text) => {
    expect((await exchange(text)).payload).toEqual({ name: '陈䶮𠀀' })
  })

  it('is read when it is UTF-8 against its declaration', async () => {
    const text = message(escaped(inner.replace('陈䶮𠀀', '绍兴市行政审批')))
    const { payload } = await exchange('', {
      body: Buffer.from(text),
      headers: { 'content-type': 'text/xml; charset=GB18030' },
    })
    expect(payload).toEqual({ name: '绍兴市行政审批' })
  })

  it('that says "there is none" gives null', async () => {
    expect((await exchange(message(escaped('<response><returncode>3004</returncode></response>')))).payload).toBeNull()
  })

  const fault = (code: string) =>
    `<Envelope><Body><Fault><faultcode>${code}</faultcode><faultstring>330600198801010037</faultstring></Fault></Body></Envelope>`

  it.each([
    ['a client fault', fault('soapenv:Client'), 500, 'TB_SOURCE_REFUSED'],
    ['a server fault', fault('soapenv:Server'), 500, 'TB_SOURCE_UNAVAILABLE'],
    ['a security fault', fault('wsse:FailedAuthentication'), 500, 'TB_SOURCE_AUTH'],
    ['a refusal', message(escaped('<response><returncode>3002</returncode></response>')), 200, 'TB_SOURCE_REFUSED'],
    ['no document', message(''), 200, 'TB_SOURCE_SHAPE'],
    ['another element', message(escaped(inner), 'out'), 200, 'TB_SOURCE_SHAPE'],
    ['a broken document', message(escaped(inner.slice(0, -3))), 200, 'TB_SOURCE_SHAPE'],
    [
      'a document with entities',
      message(escaped(`<!DOCTYPE r [<!ENTITY a "1000">]><response><returncode>&a;</returncode></response>`)),
      200,
      'TB_SOURCE_SHAPE',
    ],
    ['no status', message(escaped('<response><body/></response>')), 200, 'TB_SOURCE_SHAPE'],
    ['a login page', '<html><form action="/sso/login"></form></html>', 200, 'TB_SOURCE_AUTH'],
    ['a proxy page', '<html>502</html>', 502, 'TB_SOURCE_UNAVAILABLE'],
    ['nothing', '', 200, 'TB_SOURCE_SHAPE'],
  ])('with %s is a typed failure that quotes nothing', async (_name, text, status, code) => {
    const failure = await exchange(text, { status }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code })
    expect(String(failure)).not.toContain('330600198801010037')
  })
})
