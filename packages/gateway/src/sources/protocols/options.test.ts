import { describe, expect, it } from 'vitest'
import { form } from './form/form.ts'
import { rest } from './rest/rest.ts'
import { restXml } from './rest/rest-xml.ts'
import { soap } from './soap/soap.ts'

const envelope = { success: { path: 'code', in: ['200'] }, payload: 'data' }
/** As a file without types writes it. */
const loose = (make: (options: never) => unknown) => (options: object) => make(options as never)
const web = { rest: loose(rest), restXml: loose(restXml), form: loose(form) }
const good = { base: 'http://items.example.cn', envelope }
const service = { endpoint: 'http://items.example.cn/ws', namespace: 'http://ws.example.cn/', envelope }
const protocols = { ...web, soap: loose(soap) }

const refused = (attempt: () => unknown, path: string, fix: RegExp) => {
  expect(attempt).toThrow(
    expect.objectContaining({ code: 'TB_CONFIG_INVALID', params: expect.objectContaining({ path }) }),
  )
  expect(attempt).toThrow(fix)
}
const each = <Name extends string>(of: Record<Name, unknown>) => Object.keys(of) as Name[]
const goodFor = (name: keyof typeof protocols) => (name === 'soap' ? service : good)

describe.each(each(web))('%s', (name) => {
  it.each([[undefined], [''], ['x.cn'], ['ftp://x.cn'], ['undefined/api']])('refuses the base %j', (base) => {
    refused(() => web[name]({ ...good, base }), `${name}.base`, /give an address such as/)
  })

  it('refuses a header without a value', () => {
    refused(() => web[name]({ ...good, headers: { 'x-key': undefined } }), `${name}.headers["x-key"]`, /variable/)
  })
})

describe.each(each(protocols))('%s', (name) => {
  it.each([
    ['no envelope', { envelope: undefined }, 'envelope', /say how answers tell success/],
    ['an envelope without success', { envelope: {} }, 'envelope.success', /where the status is/],
    [
      'nothing that means success',
      { envelope: { success: { path: 'code', in: [] } } },
      'envelope.success.in',
      /at least one/,
    ],
    ['a success without a place', { envelope: { success: { in: ['1'] } } }, 'envelope.success.path', /name the place/],
    ['one value instead of a list', { envelope: { success: { path: 'c', in: '1' } } }, 'envelope.success.in', /a list/],
    ['a misspelt success', { envelope: { sucess: envelope.success } }, 'envelope.sucess', /did you mean "success"/],
    ['a misspelt option', { charste: 'gb18030' }, 'charste', /did you mean "charset"/],
    ['an unknown character set', { charset: 'gbk' }, 'charset', /use 'utf-8' or 'gb18030'/],
    ['a signer that is none', { sign: 'tif' }, 'sign', /use a signer/],
  ])('refuses %s, naming the path and the fix', (_what, fields, path, fix) => {
    refused(() => protocols[name]({ ...goodFor(name), ...fields }), `${name}.${path}`, fix)
  })

  it('takes what can be meant', () => {
    const own = { charset: 'gb18030', sign: undefined, envelope: { ...envelope, none: [404] } }
    expect(() => protocols[name]({ ...goodFor(name), ...own })).not.toThrow()
  })
})

it.each([
  ['endpoint', { endpoint: 'approval.example.cn' }, /give an address/],
  ['version', { version: '2.0' }, /'1.1' or '1.2'/],
  ['document.parametre', { document: { parametre: 'x' } }, /did you mean "parameter"/],
])('refuses a wrong %s of a SOAP service', (path, fields, fix) => {
  refused(() => protocols.soap({ ...service, ...fields }), `soap.${path}`, fix)
})
