import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { keeping, type Received } from '../../testing/received.ts'
import { servedUpstream } from '../../testing/served.ts'
import { anything, stackOf } from '../../testing/stack.ts'
import { type RestXmlOptions, type RestXmlRequest, restXml } from './rest-xml.ts'

const upstream = servedUpstream()

const envelope = { success: { path: 'response.code', in: ['1'] }, payload: 'response.data', message: 'response.msg' }
const ask = async (
  answer: Uint8Array | string,
  more: Partial<RestXmlOptions> = {},
  request: Partial<RestXmlRequest> = {},
  type = 'text/xml',
) => {
  const got: Received[] = []
  upstream.answer(keeping(got, answer, type))
  const stack = stackOf(restXml({ base: upstream.url, envelope, ...more }))
  upstream.closing(stack)
  const payload = await stack.call({ operation: 'read', path: '/x', reply: anything, ...request })
  return { payload, got: got[0] }
}
const good = '<response><code>1</code><data><n>陈䶮·𠀀</n><n>2</n></data></response>'

describe('an XML request over plain HTTP', () => {
  it('is a document in the character set that it declares', async () => {
    const tree = { request: { name: '乗𠀀<&', at: { '@unit': '天', '#text': 5 } } }
    const { got } = await ask(good, { charset: 'gb18030' }, { body: tree, query: { q: '绍兴' } })
    expect(got).toMatchObject({
      method: 'POST',
      url: '/x?q=%C9%DC%D0%CB',
      headers: { 'content-type': 'application/xml; charset=GB18030' },
    })
    expect(iconv.decode(got?.body ?? Buffer.of(), 'gb18030')).toBe(
      '<?xml version="1.0" encoding="GB18030"?><request><name>乗𠀀&lt;&amp;</name><at unit="天">5</at></request>',
    )
  })

  it('without a body is a GET', async () => {
    expect((await ask(good)).got).toMatchObject({
      method: 'GET',
      url: '/x',
      headers: { accept: 'application/xml, text/xml' },
    })
  })
})

describe('an XML answer over plain HTTP', () => {
  const declared = (name: string) => iconv.encode(`<?xml version="1.0" encoding="${name}"?>\n${good}`, 'gb18030')

  it.each(['GBK', 'gb2312', 'GB18030'])(
    'is read in the character set %s that only its declaration names',
    async (name) => {
      expect((await ask(declared(name))).payload).toEqual({ n: ['陈䶮·𠀀', '2'] })
    },
  )

  it('keeps attributes when asked to', async () => {
    const text = '<RESPONSE errorcode="-72" code="0"><ROWS><ROW no="1">a</ROW></ROWS></RESPONSE>'
    const envelope = { success: { path: 'RESPONSE.@code', in: ['0'] }, payload: 'RESPONSE' }
    const { payload } = await ask(text, { attributes: true, envelope })
    expect(payload).toMatchObject({ '@errorcode': '-72', ROWS: { ROW: { '@no': '1', '#text': 'a' } } })
  })

  it('may be JSON', async () => {
    const envelope = { success: { path: 'code', in: [0] }, payload: 'data' }
    expect((await ask('{"code":0,"data":[1]}', { answers: 'json', envelope }, { body: { r: 1 } })).payload).toEqual([1])
  })

  it.each([
    ['<response><code>2</code><msg>no</msg></response>', 'TB_SOURCE_REFUSED'],
    ['<response><data/></response>', 'TB_SOURCE_SHAPE'],
    ['<!DOCTYPE x [<!ENTITY a "1">]><response><code>&a;</code></response>', 'TB_SOURCE_SHAPE'],
    ['<html><input type="password"></html>', 'TB_SOURCE_AUTH'],
    [good.slice(0, -4), 'TB_SOURCE_SHAPE'],
    ['', 'TB_SOURCE_SHAPE'],
  ])('%s is %s', async (text, code) => {
    await expect(ask(text)).rejects.toMatchObject({ code })
  })
})
