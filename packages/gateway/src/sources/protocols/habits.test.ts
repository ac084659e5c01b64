import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { distinctBy, field } from '../reading/fields.ts'
import { checkWholeList, turnPage } from '../reading/paging.ts'
import { readRows } from '../reading/rows.ts'
import { tifVerifier } from '../signing/inbound/tif.ts'
import type { Signer } from '../signing/signer.ts'
import { tif } from '../signing/tif.ts'
import { receiving } from '../testing/received.ts'
import { servedUpstream } from '../testing/served.ts'
import { stackOf } from '../testing/stack.ts'
import { type Answer, body, inTurn, json, reset, silence } from '../testing/upstream.ts'
import { rest } from './rest/rest.ts'

/** Failure habits of departmental systems, each through the whole stack of a call, against a real server. */
const upstream = servedUpstream(silence)

const envelope = {
  success: { path: 'code', in: ['0', 1000] },
  payload: 'data',
  message: 'msg',
  auth: ['CLOCK'],
  none: ['404'],
}
const stack = (sign?: Signer) => {
  const made = stackOf(rest({ base: upstream.url, envelope, ...(sign && { sign }) }), {
    attemptTimeoutMs: 1_000,
    totalTimeoutMs: 2_000,
    maxResponseBytes: 100_000,
  })
  upstream.closing(made)
  return made.call
}
const anything = z.unknown()
const ask = <Reply extends z.ZodType>(answer: Answer, reply: Reply, sign?: Signer) => {
  upstream.answer(answer)
  return stack(sign)({ operation: 'read', safe: true, path: '/', reply })
}
const data = (value: unknown): Answer => json({ code: 0, data: value })
const page = (text: string, status = 200) => body(text, 'text/html', status)
const later =
  (ms: number, then: Answer): Answer =>
  (request, response) =>
    void setTimeout(() => then(request, response), ms)
const whole = '{"code":"0","data":{"name":"绍兴市行政审批系统陈䶮"}}'
const cutAt = (charset: string, bytes: number) => iconv.encode(whole, charset).subarray(0, bytes)

describe('an answer that is a failure', () => {
  it.each<[habit: string, Answer, code: string]>([
    ['HTTP 200 with an error code inside', json({ code: '500', msg: '系统异常' }), 'TB_SOURCE_REFUSED'],
    [
      'an HTML login page with status 200 when the token has expired',
      page('<html><title>统一身份认证</title></html>'),
      'TB_SOURCE_AUTH',
    ],
    ['an HTML error page with status 200', page('<!DOCTYPE html><h1>系统维护中</h1>'), 'TB_SOURCE_SHAPE'],
    ['an empty body', body(''), 'TB_SOURCE_SHAPE'],
    ['blanks alone', body(' \r\n'), 'TB_SOURCE_SHAPE'],
    ['null instead of an envelope', body('null'), 'TB_SOURCE_SHAPE'],
    ['an envelope without a status', json({ data: {} }), 'TB_SOURCE_SHAPE'],
    ['a status that is null', json({ code: null, data: {} }), 'TB_SOURCE_SHAPE'],
    ['502 HTML from a gateway', page('<html><h1>502 Bad Gateway</h1></html>', 502), 'TB_SOURCE_UNAVAILABLE'],
    ['503 without a body', body('', 'text/plain', 503), 'TB_SOURCE_UNAVAILABLE'],
    ['a redirection to a login page', body('', 'text/html', 302), 'TB_SOURCE_REFUSED'],
    ['401', json({ error: 'no' }, 401), 'TB_SOURCE_AUTH'],
    ['a body cut in the middle', body(whole.slice(0, 20)), 'TB_SOURCE_SHAPE'],
    ['a body cut inside a character of UTF-8', body(cutAt('utf-8', 47)), 'TB_SOURCE_SHAPE'],
    [
      'a body cut inside a character of GB18030',
      body(cutAt('gb18030', 29), 'text/json; charset=GBK'),
      'TB_SOURCE_SHAPE',
    ],
    ['a connection that ends without a word', reset, 'TB_SOURCE_UNAVAILABLE'],
    ['no answer at all', silence, 'TB_SOURCE_TIMEOUT'],
    ['more than is accepted', body('x'.repeat(200_000)), 'TB_SOURCE_TOO_LARGE'],
    ['lists a thousand deep', body(`{"code":0,"data":${'['.repeat(1_000)}${']'.repeat(1_000)}}`), 'TB_SOURCE_SHAPE'],
  ])('%s', async (_habit, answer, code) => {
    await expect(ask(answer, anything)).rejects.toMatchObject({ code, source: 'tests' })
  })

  it.each(['a\r\nEvil: 1', 'a\0', '陈䶮'])(
    'a header that HTTP cannot carry: %j, and nothing is sent',
    async (value) => {
      upstream.answer(data('in'))
      const before = upstream.requests()
      const asked = stack()({ operation: 'read', safe: true, path: '/', headers: { 'x-user': value }, reply: anything })
      await expect(asked).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
      expect(upstream.requests()).toBe(before)
    },
  )

  it('a clock skew of 91 seconds, where 90 are allowed', async () => {
    const token = 'TESTTOKEN'
    const verify = tifVerifier({ token })
    const gate: Answer = async (request, response) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      const received = { method: 'GET', url: request.url ?? '', headers, body: Buffer.of() }
      const verdict = await verify(received, { now: new Date(), seen: { first: async () => true } })
      return (verdict === 'VALID' ? data('in') : json({ code: 'CLOCK' }))(request, response)
    }
    const sign = tif({ paasid: 'p', token })
    const slow: Signer = (request, io) => sign(request, { ...io, now: () => new Date(io.now().getTime() - 91_000) })
    expect(await ask(gate, anything, sign)).toBe('in')
    await expect(ask(gate, anything, slow)).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
  })
})

describe('an answer that is good all the same', () => {
  it.each<[habit: string, Answer, unknown]>([
    ['a status as number or text', json({ code: '1000', data: 'x' }), 'x'],
    ['trailing commas', body('{"code":0,"data":[1,2,],}'), [1, 2]],
    ['a byte order mark', body('\uFEFF{"code":0,"data":1}'), 1],
    [
      'a byte order mark in GB18030',
      body(iconv.encode('\uFEFF{"code":0,"data":"䶮"}', 'gb18030'), 'text/json;charset=gbk'),
      '䶮',
    ],
    ['HTTP 500 although the envelope says that it went well', json({ code: 0, data: 1 }, 500), 1],
    [
      'UTF-8 declared, GBK sent',
      body(iconv.encode(whole, 'gb18030'), 'application/json; charset=utf-8'),
      { name: '绍兴市行政审批系统陈䶮' },
    ],
    ['GBK declared, UTF-8 sent', body(whole, 'application/json; charset=GBK'), { name: '绍兴市行政审批系统陈䶮' }],
    ['a slow answer, just before the time-out', later(300, data('late')), 'late'],
    [
      'a number of nineteen digits',
      body('{"code":0,"data":[1234567890123456789,1e3,1.50,-9007199254740993]}'),
      ['1234567890123456789', 1_000, 1.5, '-9007199254740993'],
    ],
    [
      'a key that would change what objects inherit',
      body('{"code":0,"data":{"__proto__":{"x":1},"\\u005f_proto__":{"x":1},"a":1}}'),
      { a: 1 },
    ],
    ['"there is none" as a status', json({ code: 404 }), null],
  ])('%s', async (_habit, answer, payload) => {
    expect(await ask(answer, anything)).toEqual(payload)
  })
})

describe('nothing, in five spellings', () => {
  const nothings = [
    ['null', null],
    ['""', ''],
    ['"null"', 'null'],
    ['[]', []],
    ['missing', undefined],
  ] as const

  it.each(nothings)('as a field: %s', async (_spelling, nothing) => {
    const reply = z.object({
      text: field.text,
      day: field.day,
      rows: field.list(z.unknown()),
      one: field.object(z.object({})),
    })
    const row = { text: nothing, day: nothing, rows: nothing, one: nothing }
    expect(await ask(data(row), reply)).toEqual({ text: null, day: null, rows: [], one: null })
  })

  it.each(nothings)('as the payload: %s', async (_spelling, nothing) => {
    expect(await ask(data(nothing), field.list(z.unknown()))).toEqual([])
    expect(await ask(data(nothing), field.object(z.object({ a: field.text })))).toBeNull()
  })

  it.each(nothings)('where something must be: %s', async (_spelling, nothing) => {
    await expect(ask(data({ id: nothing }), z.object({ id: field.required }))).rejects.toMatchObject({
      code: 'TB_SOURCE_SHAPE',
      params: { detail: 'read.id: expected text, found nothing' },
    })
  })
})

describe('a value in an unusual spelling', () => {
  it.each<[habit: string, z.ZodType, unknown, unknown]>([
    ['a number as a string', field.whole, ' 12 ', 12],
    ['a string as a number', field.text, 7, '7'],
    ['a total as a string', field.whole, '1,5'.replace(',', ''), 15],
    ['full-width digits', field.whole, '１２３', 123],
    ['full-width digits of an amount', field.decimal, '１，２３４．５０', '1234.50'],
    ['trailing spaces in a document number', field.identifier, ' 33060019880101003x \u3000', '33060019880101003X'],
    ['full-width digits in a document number', field.identifier, '３３０６', '3306'],
    ['upper-case hexadecimal digits', field.hex, '66C7F0F4 '.trim(), '66c7f0f4'],
    ['a flag as text', field.flag, '是', true],
    ['seconds since 1970', field.instant, 1_640_966_399, '2021-12-31T23:59:59+08:00'],
    ['milliseconds since 1970', field.instant, '1640966399000', '2021-12-31T23:59:59+08:00'],
    ...(
      [
        '20211231',
        '20211231T235959',
        '20211231235959',
        '2021-12-31',
        '2021-12-31 00:00:00',
        '2021/12/31',
        '2021年12月31日',
        '31-DEC-21',
        1_640_966_399,
        1_640_966_399_000,
      ] as const
    ).map((text): [string, z.ZodType, unknown, unknown] => [`the date ${text}`, field.day, text, '2021-12-31']),
    ['the date 2099/12/31 for no end', field.ending, '2099/12/31', { openEnded: true }],
    ['the date 长期 for no end', field.ending, '长期', { openEnded: true }],
  ])('%s', async (_habit, reader, written, value) => {
    expect(await ask(data({ field: written }), z.object({ field: reader }))).toEqual({ field: value })
  })

  it.each<[habit: string, z.ZodType, string]>([
    ['a date that does not exist', field.day, '"2021-02-30"'],
    ['a number that is none', field.whole, '"1e999"'],
    ['a number without end', field.text, '1e999'],
    ['an object where a text is expected', field.text, '{}'],
    ['half a pair of hexadecimal digits', field.hex, '"abc"'],
  ])('%s is refused by its path, without its value', async (_habit, reader, written) => {
    const refused = ask(body(`{"code":0,"data":{"field":${written}}}`), z.object({ field: reader }))
    await expect(refused).rejects.toMatchObject({
      code: 'TB_SOURCE_SHAPE',
      params: { detail: expect.stringMatching(/^read\.field: expected [^{}]+$/) },
    })
  })
})

describe('a list', () => {
  const rows = Array.from({ length: 25 }, (_, n) => ({ id: `k${n}` }))
  const row = z.object({ id: field.required })
  const reply = z.object({ total: field.whole, rows: field.list(z.unknown()) })

  /** A register that numbers its pages from `first`, may give partial pages, and stops after `most` rows. */
  const register = ({ first = 1, most = Number.POSITIVE_INFINITY, partial = 0 } = {}): Answer =>
    receiving(({ url }) => {
      const query = new URL(url, 'http://x.invalid').searchParams
      const from = Math.max(0, Number(query.get('page')) - first) * 10
      const some = rows.slice(from, Math.min(from + 10, most))
      return data({ total: String(rows.length), rows: from === partial * 10 ? some.slice(0, 7) : some })
    })
  const readAll = async (first: 0 | 1) => {
    const call = stack()
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const turn = turnPage(cursor, { first, size: 10 })
      const query = { page: turn.page, size: turn.size }
      const got: z.output<typeof reply> = await call({ operation: 'page', safe: true, path: '/', query, reply })
      const keys = readRows(row, got.rows, 'id').rows.map(({ id }) => id)
      ids.push(...keys)
      cursor = turn.next({ keys, total: got.total })
    } while (cursor !== null)
    return ids
  }

  it.each([0, 1] as const)('whose first page is %i is read whole, by a total that is a string', async (first) => {
    upstream.answer(register({ first, partial: 9 }))
    expect(await readAll(first)).toEqual(rows.map(({ id }) => id))
  })

  it('asked from page 0 where pages begin at 1 is a failure and no doubled page', async () => {
    upstream.answer(register({ first: 1, partial: 9 }))
    await expect(readAll(0)).rejects.toMatchObject({ params: { detail: 'paging: page 1 repeats page 0' } })
  })

  it('with a partial page that leaves rows out is a failure', async () => {
    upstream.answer(register({ partial: 1 }))
    await expect(readAll(1)).rejects.toMatchObject({ params: { detail: 'paging: the rows end after 22 of 25' } })
  })

  it('that is cut in silence is a failure', async () => {
    upstream.answer(register({ most: 20, partial: 9 }))
    await expect(readAll(1)).rejects.toMatchObject({ params: { detail: 'paging: the rows end after 20 of 25' } })
  })

  it('that comes in one piece and is cut at 1,000 rows is a failure', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => ({ id: n }))
    const got = await ask(data({ total: '1500', rows: many }), reply)
    expect(() => checkWholeList(got.rows.length, got.total)).toThrow(
      expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }),
    )
  })

  it('with rows that come twice has each once', async () => {
    const got = await ask(data({ total: 3, rows: [...rows.slice(0, 2), ...rows.slice(0, 1)] }), reply)
    expect(distinctBy(readRows(row, got.rows, 'id').rows, ({ id }) => id)).toEqual(rows.slice(0, 2))
  })

  it('with one row that cannot be read has the others', async () => {
    const got = await ask(data({ rows: [...rows.slice(0, 2), { name: 'x' }] }), reply)
    expect(readRows(row, got.rows, 'id')).toEqual({
      rows: rows.slice(0, 2),
      skipped: [{ key: null, path: 'id', reason: 'expected text, found nothing' }],
    })
  })

  it('of one row that is no list is a list of one', async () => {
    expect(await ask(data({ rows: { id: '1' } }), reply)).toMatchObject({ rows: [{ id: '1' }] })
  })
})

it('answers that differ each time are each judged for themselves', async () => {
  upstream.answer(inTurn(page('<html/>', 502), data('fine'), body('')))
  const call = stack()
  const outcomes = []
  for (let turn = 0; turn < 3; turn++) {
    const asked = call({ operation: `read${turn}`, path: '/', reply: anything })
    outcomes.push(await asked.catch((error: { code: string }) => error.code))
  }
  expect(outcomes).toEqual(['TB_SOURCE_UNAVAILABLE', 'fine', 'TB_SOURCE_SHAPE'])
})
