import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { keeping, type Received, receiving } from '../../testing/received.ts'
import { servedUpstream } from '../../testing/served.ts'
import { anything, stackOf } from '../../testing/stack.ts'
import { body } from '../../testing/upstream.ts'
import { readXml } from '../xml/read.ts'
import { type FormOptions, form } from './form.ts'

const upstream = servedUpstream()

/** Decodes a form the way old servlet containers do: percent-encoding to bytes, bytes to ISO-8859-1. */
const asLatin1 = ({ body: bytes }: Received): Record<string, string> =>
  Object.fromEntries(
    bytes
      .toString('latin1')
      .split('&')
      .map((pair) => pair.split('=').map((part) => unescape(part.replaceAll('+', ' '))))
      .map(([name = '', value = '']) => [name, value]),
  )

/** The receiver of a city's acceptance platform: reads UTF-8 bytes as ISO-8859-1, turns them back, answers GB18030 bytes. */
const acceptance = (received: Received) => {
  const { baseInfo = '', formInfo = '' } = asLatin1(received)
  const restored = Buffer.from(baseInfo, 'latin1').toString('utf8')
  const name = /<name>(.*)<\/name>/.exec(restored)?.[1] ?? ''
  const answer = `<result><status>1</status><name>${name}</name><form>${formInfo.length}</form></result>`
  return body(iconv.encode(answer, 'gb18030'), 'text/html;charset=ISO-8859-1')
}

const send = (
  options: Partial<FormOptions>,
  parameters: Parameters<ReturnType<typeof form>['send']>[0]['parameters'],
) => {
  const stack = stackOf(
    form({
      base: upstream.url,
      charset: 'gb18030',
      envelope: { success: { path: 'result.status', in: [1] }, payload: 'result' },
      ...options,
    }),
  )
  upstream.closing(stack)
  return stack.call({ operation: 'accept', path: '/accept', parameters, reply: anything })
}

describe('a form with XML documents', () => {
  it('comes through a receiver that mistakes its character set and answers in another', async () => {
    upstream.answer(receiving(acceptance))
    const name = '陈䶮·𠀀 + 乗%'
    const answer = await send({}, { baseInfo: { info: { name } }, formInfo: { form: { a: 1 } }, left: undefined })
    expect(answer).toEqual({ status: '1', name, form: '59' })
  })

  it('is percent-encoded in the character set of the receiver', async () => {
    const got: Received[] = []
    upstream.answer(keeping(got, '{"ok":"1"}'))
    const json = { answers: 'json', envelope: { success: { path: 'ok', in: [1] } } } as const
    await send({ sends: 'gb18030', namesCharset: true, ...json }, { text: '乗 a&b=绍', doc: { r: '绍' }, n: 5 })
    expect(got[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded; charset=GB18030')
    expect(got[0]?.body.toString()).toBe(
      'text=%81%5C+a%26b%3D%C9%DC&doc=%3C%3Fxml+version%3D%221.0%22+encoding%3D%22GB18030%22%3F%3E%3Cr%3E%C9%DC%3C%2Fr%3E&n=5',
    )
  })

  it.each([
    [undefined, '<?xml version="1.0" encoding="UTF-8"?><r>1</r>'],
    ['gb18030', '<?xml version="1.0" encoding="GB18030"?><r>1</r>'],
    [null, '<r>1</r>'],
  ] as const)('declares %s in its documents', async (declares, text) => {
    const got: Received[] = []
    upstream.answer(keeping(got, '<result><status>1</status></result>'))
    await send(declares === undefined ? {} : { declares }, { doc: { r: 1 } })
    expect(got.map((one) => asLatin1(one).doc)).toEqual([text])
    expect(readXml(text)).toEqual({ r: '1' })
  })

  it.each([
    ['<result><status>0</status></result>', 'TB_SOURCE_REFUSED'],
    ['<result/>', 'TB_SOURCE_SHAPE'],
    ['{"status":1}', 'TB_SOURCE_SHAPE'],
  ])('answered with %s is %s', async (text, code) => {
    upstream.answer(body(text))
    await expect(send({}, { a: 1 })).rejects.toMatchObject({ code })
  })
})
