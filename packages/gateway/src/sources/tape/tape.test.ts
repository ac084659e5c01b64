import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createCaller } from '../calling/call.ts'
import { soap } from '../protocols/soap/soap.ts'
import type { Call, Protocol, Source, UpstreamRequest } from '../source.ts'
import { ask, good, restSource, silentLog } from '../testing/source.ts'
import { body, inTurn, json, startUpstream, type Upstream } from '../testing/upstream.ts'
import { readTape, recordSource, replaySource, tapeWriter } from './index.ts'

const idNumber = '11010519491231002X'
const name = '欧阳小三'
const callerOf = (source: Source) =>
  createCaller(source, { log: silentLog, metrics: { sourceCall() {} }, now: () => new Date() })

describe('a tape', () => {
  let folder: string
  let upstream: Upstream
  const file = () => join(folder, 'tests.jsonl')
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongban-tape-'))
    upstream = await startUpstream(json(good()))
  })
  afterEach(async () => {
    await upstream.close()
    await rm(folder, { recursive: true })
  })

  it('answers as the system did once the system is gone, in the order of the answers', async () => {
    upstream.answer(inTurn(json(good('first')), json(good('second'))))
    const live = callerOf(recordSource(restSource(upstream.url), { write: tapeWriter(file()) }))
    for (const id of ['1', '1', '2']) await ask(live, { query: { id } })
    await upstream.close()
    const offline = callerOf(replaySource(restSource(upstream.url), await readTape(file())))
    const answers = []
    for (const id of ['1', '1', '1', '2']) answers.push((await ask(offline, { query: { id } })).value)
    expect(answers).toEqual(['first', 'second', 'second', 'second'])
  })

  it('holds no personal data and no secret, in questions, answers and headers', async () => {
    upstream.answer(json({ code: 0, msg: `${name}办理`, data: { value: `${idNumber} 13800138000`, xm: name } }))
    const live = callerOf(recordSource(restSource(upstream.url), { write: tapeWriter(file()) }))
    const headers = { authorization: 'Bearer s3cret', cookie: 'JSESSIONID=s3cret' }
    await ask(live, { path: `/by-holder/${idNumber}`, query: { name, token: 's3cret' }, headers })
    await ask(live, { method: 'POST', body: { xm: name, sfz: idNumber, sign: 's3cret' } })
    const tape = await readFile(file(), 'utf8')
    for (const value of [idNumber, '13800138000', 's3cret', '"xm":"欧']) expect(tape).not.toContain(value)
  })

  it('plays GB18030 back as GB18030, and answers a question with another time stamp', async () => {
    const document = `<response><code>1000</code><body><v>㐀䶮·</v></body></response>`
    const envelope = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><findResponse><return><![CDATA[${document}]]></return></findResponse></e:Body></e:Envelope>`
    upstream.answer(body(iconv.encode(envelope, 'gb18030'), 'text/xml; charset=GBK'))
    let now = 1
    const source: Source = {
      id: 'soap',
      title: 'SOAP',
      covers: {},
      ports: {},
      protocol: soap({
        endpoint: upstream.url,
        namespace: 'urn:x',
        charset: 'gb18030',
        document: { head: () => ({ stamp: String(now++) }) },
        envelope: { success: { path: 'code', in: ['1000'] }, payload: 'body' },
      }),
    }
    const find = (from: Source) => {
      const call: Call<UpstreamRequest & { action: string; body: object }> = callerOf(from).callFor({})
      return call({ operation: 'find', safe: true, action: 'find', body: {}, reply: z.object({ v: z.string() }) })
    }
    expect(await find(recordSource(source, { write: tapeWriter(file()) }))).toEqual({ v: '㐀䶮·' })
    await upstream.close()
    expect(await find(replaySource(source, await readTape(file())))).toEqual({ v: '㐀䶮·' })
  })

  it('keeps what a protocol without HTTP answered, masked', async () => {
    const protocol: Protocol = { kind: 'table', send: async () => [{ XM: name, SFZ: idNumber, N: 1 }] }
    const source: Source = { id: 'table', title: 't', covers: {}, ports: { cases: {} }, protocol }
    const rows = z.array(z.object({ XM: z.string(), SFZ: z.string(), N: z.number() }))
    const read = (from: Source) => callerOf(from).callFor({})({ operation: 'rows', safe: true, reply: rows })
    await read(recordSource(source, { write: tapeWriter(file()) }))
    const [row] = await read(replaySource(source, await readTape(file())))
    expect(row).toMatchObject({ N: 1 })
    expect(row?.XM).toMatch(/^[甲乙丙丁戊己庚辛壬癸]{4}$/)
    expect(row?.SFZ).toMatch(/^00.*[\dX]$/)
  })

  it('keeps bytes of a database as bytes, and of files nothing but their kind', async () => {
    const picture = Buffer.concat([Buffer.from('ffd8ffe000104a46', 'hex'), Buffer.from(name.repeat(9))])
    const cells = [{ PHOTO: picture, ROWVER: Buffer.of(0, 1, 255) }]
    const protocol: Protocol = { kind: 'table', send: async () => cells }
    const source: Source = { id: 'table', title: 't', covers: {}, ports: { cases: {} }, protocol }
    const rows = z.array(z.object({ PHOTO: z.instanceof(Uint8Array), ROWVER: z.instanceof(Uint8Array) }))
    const read = (from: Source) => callerOf(from).callFor({})({ operation: 'rows', safe: true, reply: rows })
    await read(recordSource(source, { write: tapeWriter(file()) }))
    const [row] = await read(replaySource(source, await readTape(file())))
    expect(row?.ROWVER).toEqual(Buffer.of(0, 1, 255))
    expect(Buffer.from(row?.PHOTO ?? []).toString('latin1')).toMatch(/JFwithheld$/)
  })

  it('answers a question about somebody whom the tape knows under another name, and no other question first', async () => {
    const echo: Parameters<typeof startUpstream>[0] = (request, response) => {
      const purpose = new URL(request.url ?? '', 'http://x').searchParams.get('purpose') ?? ''
      response.end(JSON.stringify(good(purpose.length === 2 ? 'two' : 'three')))
    }
    upstream.answer(echo)
    const live = callerOf(recordSource(restSource(upstream.url), { write: tapeWriter(file()), allWords: true }))
    for (const purpose of ['抵押登', '抵押']) await ask(live, { query: { purpose, id: idNumber } })
    const offline = callerOf(replaySource(restSource(upstream.url), await readTape(file())))
    const answers = []
    for (const purpose of ['抵押', '抵押登', '抵押'])
      answers.push((await ask(offline, { query: { purpose, id: idNumber } })).value)
    expect(answers).toEqual(['two', 'three', 'two'])
  })

  it('fails like a system that is not there when it was never asked this', async () => {
    const offline = callerOf(replaySource(restSource(upstream.url, { maxRetries: 0 }), []))
    await expect(ask(offline)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
    expect(upstream.requests()).toBe(0)
  })

  it('is read without the line that a crash cut, and refused where a line is none of its own', async () => {
    const write = tapeWriter(file())
    await ask(callerOf(recordSource(restSource(upstream.url), { write })))
    const { appendFileSync } = await import('node:fs')
    appendFileSync(file(), '{"kind":"ht')
    expect(await readTape(file())).toHaveLength(1)
    appendFileSync(file(), '\n')
    await expect(readTape(file())).rejects.toMatchObject({
      code: 'TB_FILE_UNREADABLE',
      params: { detail: 'line 2 is no entry of a tape' },
    })
  })
})
