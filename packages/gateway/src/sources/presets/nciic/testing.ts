import type { IncomingMessage } from 'node:http'
import { encodeText } from '../../protocols/charset.ts'
import { at } from '../../protocols/path.ts'
import { readXml } from '../../protocols/xml/read.ts'
import { writeDocument, writeXml, type XmlTree } from '../../protocols/xml/write.ts'
import { type Answer, startUpstream, type Upstream } from '../../testing/upstream.ts'

/** What the register knows: names by number. Synthetic persons. */
export const persons: Readonly<Record<string, string>> = {
  '110101200002290018': '测试甲',
  '440524188001010014': '测试·乙',
}

/** One request as the service read it. */
export interface AskedRequest {
  readonly action: string | undefined
  readonly message: string
  readonly license: string
  /** The document inside the string. */
  readonly conditions: unknown
  readonly rows: readonly AskedRow[]
}
type AskedRow = Readonly<Record<string, string>>

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

export async function readRequest(request: IncomingMessage): Promise<AskedRequest> {
  const message = await textOf(request)
  const parameters = at(readXml(message), 'Envelope.Body.nciicCheck')
  const conditions = readXml(String(at(parameters, 'inConditions')), { attributes: true })
  const rows = at(conditions, 'ROWS.ROW')
  const { soapaction } = request.headers
  const license = String(at(parameters, 'inLicense'))
  // The heading is no person.
  return { action: String(soapaction), message, license, conditions, rows: Array.isArray(rows) ? rows.slice(1) : [] }
}

/** What the specification says of one row. */
function answerTo(row: AskedRow, index: number): XmlTree {
  const { GMSFHM: gmsfhm = '', XM: xm = '' } = row
  const known = persons[gmsfhm]
  const error = (errormesage: string, errormesagecol = '') => ({ ITEM: [{ errormesage }, { errormesagecol }] })
  const finding = { gmsfhm: '', result_gmsfhm: '一致' }
  const output =
    xm === ''
      ? error('必录项缺失', '姓名')
      : row['@FSD'] === undefined
        ? error('业务发生地属性缺失')
        : known === undefined
          ? error('服务结果:库中无此号,请到户籍所在地进行核实')
          : { ITEM: [finding, { xm: '', result_xm: known === xm ? '一致' : '不一致' }] }
  return { '@no': String(index + 1), INPUT: { gmsfhm, xm }, OUTPUT: output }
}

/** Documents as the service answers: findings, or an error of the whole system under another root. */
export const findings = (rows: readonly AskedRow[]): string => writeDocument({ ROWS: { ROW: rows.map(answerTo) } })
export const systemError = (code: string): string =>
  writeDocument({
    RESPONSE: {
      '@errorcode': code,
      '@code': '0',
      '@countrows': '1',
      ROWS: { ROW: { ErrorCode: code, ErrorMsg: '错误' } },
    },
  })

/** A document as the text of the answer, in the character set the HTTP header names. */
export const sendOut =
  (document: string, charset: 'utf-8' | 'gbk' = 'utf-8'): Answer =>
  (_request, response) => {
    const message = writeXml({
      'soap:Envelope': {
        '@xmlns:soap': 'http://schemas.xmlsoap.org/soap/envelope/',
        'soap:Body': {
          'ns1:nciicCheckResponse': { '@xmlns:ns1': 'https://api.nciic.org.cn/NciicServices', 'ns1:out': document },
        },
      },
    })
    response
      .writeHead(200, { 'content-type': `text/xml; charset=${charset}` })
      .end(encodeText(message, charset === 'gbk' ? 'gb18030' : charset))
  }

/** The register, as its specification says. Never a fault; more persons than `most` are refused. */
export async function startRegister(most = 100): Promise<Upstream & { readonly asked: readonly AskedRequest[] }> {
  const asked: AskedRequest[] = []
  const upstream = await startUpstream(async (request, response) => {
    const one = await readRequest(request)
    asked.push(one)
    sendOut(one.rows.length > most ? systemError('-54') : findings(one.rows))(request, response)
  })
  return Object.assign(upstream, { asked })
}
