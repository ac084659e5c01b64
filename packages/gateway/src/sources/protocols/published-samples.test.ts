import { readFileSync } from 'node:fs'
import { describeWith, neededData, needs } from '@tongban/test-support'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { field } from '../reading/fields.ts'
import { htmlTables } from '../reading/html.ts'
import { keeping, type Received } from '../testing/received.ts'
import { servedUpstream } from '../testing/served.ts'
import { anything, stackOf } from '../testing/stack.ts'
import { body } from '../testing/upstream.ts'
import type { Envelope } from './envelope.ts'
import { rest } from './rest/rest.ts'
import { soap } from './soap/soap.ts'
import { readXml } from './xml/read.ts'
import { readXmlBytes } from './xml/read-bytes.ts'
import { cdata, writeDocument, xmlText } from './xml/write.ts'

/** Published messages and descriptions of interfaces, each read or written through the protocol it belongs to. */
const upstream = servedUpstream()
const read = (file: string): Buffer => readFileSync(neededData(`protocols/${file}`))
const json = <Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> =>
  shape.parse(JSON.parse(read(file).toString()))
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const answered = (content: string) =>
  `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${content}</S:Body></S:Envelope>`

describeWith(needs.sharedData('protocols/gbk'), 'queries of a population database', () => {
  it('are written as they were published', () => {
    const text = read('gbk/population-query-request.xml').toString()
    const condition = z.object({
      BM: z.string(),
      L: z.string(),
      FN: z.unknown(),
      OPT: z.string(),
      VAL: z.string(),
      FT: z.string(),
    })
    const rows = z.object({
      ROWS: z.object({
        '@recordsperpage': z.literal('10'),
        ROW: z.object({ CNS: z.object({ CN: z.array(condition) }) }),
      }),
    })
    const query = readXml(text.trim(), { attributes: true })
    expect(rows.parse(query).ROWS.ROW.CNS.CN.map(({ L, OPT }) => [L, OPT])).toEqual([
      [' and ', '='],
      [' and ', '='],
    ])
  })

  it('are answered with a table inside the message', () => {
    const answer = readXmlBytes(read('gbk/population-query-response.gbk.xml'))
    expect(answer).toHaveProperty('RESPONSE.RESULT.ROW')
    const [page] = /<TABLE[\s\S]*<\/TABLE>/.exec(
      new TextDecoder('gb18030').decode(read('gbk/population-query-response.gbk.xml')),
    ) ?? ['']
    const labels = htmlTables(page).flatMap((rows) => rows.map(([label]) => label))
    expect(labels).toEqual(expect.arrayContaining(['公民身份号码', '姓名', '曾用名', '性别', '民族', '出生日期']))
  })

  it('with too many answers say so in a message, not in rows', () => {
    const answer = z
      .object({
        RESPONSE: z.object({ '@countrows': z.string(), ROWS: z.object({ ROW: z.object({ Msg: field.required }) }) }),
      })
      .parse(readXml(read('gbk/population-query-too-many.xml').toString().trim(), { attributes: true }))
    expect(answer.RESPONSE['@countrows']).toBe('1')
    expect(answer.RESPONSE.ROWS.ROW.Msg).toMatch(/大于.*10/)
  })
})

const message = z.object({
  deptId: z.string(),
  infoClass: z.string(),
  uploadTime: z.string(),
  fields: z.array(z.string()),
  elements: z.array(z.string()),
  sample: z.record(z.string(), z.string()),
})

describeWith(needs.sharedData('protocols/credit-platform-soap'), 'uploads to a credit platform', () => {
  const messages = () =>
    read('credit-platform-soap/messages.jsonl')
      .toString()
      .trim()
      .split('\n')
      .map((line) => message.parse(JSON.parse(line)))
  const documentOf = ({ deptId, infoClass, uploadTime, fields, elements, sample }: z.output<typeof message>) => ({
    Request: {
      Head: { DeptID: cdata(deptId), InfoClass: cdata(infoClass), UploadTime: cdata(uploadTime) },
      Body: {
        FIELDS: cdata(fields.join(',')),
        DATA: Object.fromEntries(elements.map((name) => [name, cdata(sample[name] ?? '')])),
      },
    },
  })

  it('have a label for each element', () => {
    const all = messages()
    expect(all).toHaveLength(6)
    for (const { fields, elements, sample } of all)
      expect([fields.length, Object.keys(sample).length]).toEqual([elements.length, elements.length])
  })

  it('are written to the letter as they were sent', () => {
    const [first] = messages()
    expect(first && writeDocument(documentOf(first))).toBe(
      read('credit-platform-soap/upload-company-info.xml').toString().trim(),
    )
  })

  it('travel as a string inside SOAP and come out as they went in', async () => {
    for (const one of messages()) {
      const got: Received[] = []
      upstream.answer(
        keeping(
          got,
          answered(
            '<saveResponse><return>&lt;response&gt;&lt;code&gt;1&lt;/code&gt;&lt;/response&gt;</return></saveResponse>',
          ),
          'text/xml',
        ),
      )
      const { call } = upstream.closing(
        stackOf(
          soap({ endpoint: upstream.url, namespace: 'urn:credit', envelope: { success: { path: 'code', in: ['1'] } } }),
        ),
      )
      await call({ operation: 'save', action: 'save', parameters: { xml: xmlText(documentOf(one)) }, reply: anything })
      const sent = z
        .object({ Envelope: z.object({ Body: z.object({ save: z.object({ xml: z.string() }) }) }) })
        .parse(readXml(got[0]?.body.toString() ?? ''))
      expect(readXml(sent.Envelope.Body.save.xml)).toMatchObject({
        Request: { Body: { FIELDS: one.fields.join(',') } },
      })
    }
  })

  it('have times of which one does not exist', () => {
    const times = new Set(messages().map(({ uploadTime }) => field.instant.safeParse(uploadTime).success))
    expect(times).toEqual(new Set([true, false]))
  })
})

const operations = z.object({
  targetNamespace: z.string(),
  operations: z.array(
    z.object({
      name: z.string(),
      parameters: z.array(z.string()),
      success: z.array(z.string()),
      errors: z.array(z.string()),
    }),
  ),
})

describeWith(needs.sharedData('protocols/identity-soap'), 'a single sign-on with JSON in a string', () => {
  it('says in each operation what went well, and refuses with HTTP 200 and each of its messages', async () => {
    const { targetNamespace: namespace, operations: all } = json('identity-soap/ws-per-auth.json', operations)
    expect(all).toHaveLength(4)
    for (const { name, parameters, success, errors } of all) {
      const envelope: Envelope = {
        success: { path: 'errormsg', in: [], orPresent: success[0] ?? '' },
        message: 'errormsg',
      }
      const { call } = upstream.closing(
        stackOf(soap({ endpoint: upstream.url, namespace, document: { answers: 'json' }, envelope })),
      )
      const ask = (answer: object) => {
        upstream.answer(
          body(
            answered(`<${name}Response><return>${escaped(JSON.stringify(answer))}</return></${name}Response>`),
            'text/xml',
          ),
        )
        const given = Object.fromEntries(parameters.map((parameter) => [parameter, 'x']))
        return call({ operation: name, action: name, parameters: given, reply: anything })
      }
      const good = Object.fromEntries(success.map((key) => [key, 'v']))
      expect(await ask(good)).toEqual(good)
      for (const errormsg of errors)
        await expect(ask({ errormsg })).rejects.toMatchObject({
          code: 'TB_SOURCE_REFUSED',
          params: { detail: errormsg },
        })
    }
  })
})

const shareInterface = z.object({
  envelope: z.object({
    response: z.object({ head: z.object({ status: z.number(), message: z.string() }), data: z.unknown() }),
  }),
  operations: z.array(z.object({ path: z.string().optional() })),
})

describeWith(needs.sharedData('protocols/ecert-share'), 'a sharing interface of certificates', () => {
  it.each([0, '0'])('is understood with the status %j', async (status) => {
    const {
      envelope,
      operations: [first],
    } = json('ecert-share/cert-share-interface.json', shareInterface)
    const { head, data } = envelope.response
    upstream.answer(body(JSON.stringify({ head: { ...head, status }, data })))
    const { call } = upstream.closing(
      stackOf(
        rest({
          base: upstream.url,
          envelope: { success: { path: 'head.status', in: ['0'] }, payload: 'data', message: 'head.message' },
        }),
      ),
    )
    expect(
      await call({ operation: 'find', path: first?.path ?? '', body: { head: {}, data: {} }, reply: anything }),
    ).toEqual(data)
  })

  it('lists states and operations of collected certificates by codes of two digits', () => {
    const table = z.record(z.string().regex(/^\d{2}$/), z.string().min(1))
    const fields = z.array(z.object({ name: z.string(), meaning: z.string() }))
    const collected = json(
      'ecert-share/safety-officer-certificate-collection.json',
      z.object({ certState: table, operateType: table, fields }),
    )
    expect([
      Object.keys(collected.certState).length,
      Object.keys(collected.operateType).length,
      collected.fields.length,
    ]).toEqual([8, 10, 28])
  })
})
