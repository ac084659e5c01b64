import { XMLParser } from 'fast-xml-parser'
import iconv from 'iconv-lite'
import type { Systems } from '../start.ts'
import { textAt } from './answers.ts'

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false })

const now = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replaceAll(/\D/g, '')

const message = (operation: string, inner: string): string =>
  `<?xml version="1.0" encoding="GB18030"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:w="http://ws.approval.sx.example/"><s:Body><w:${operation}><xml><![CDATA[${inner}]]></xml></w:${operation}></s:Body></s:Envelope>`

/** One raw call; the test reads bytes and status itself. */
export const postSoap = (
  systems: Systems,
  operation: string,
  inner: string,
  action = `"urn:${operation}"`,
): Promise<Response> =>
  fetch(`${systems.approvals.url}/services/ApprovalService`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=GB18030', soapaction: action },
    body: new Uint8Array(iconv.encode(message(operation, inner), 'gb18030')),
  })

/** The inner request document around a body. */
export const requestXml = ({ credentials: { approvals } }: Systems, body: string, timestamp = now()): string =>
  `<?xml version="1.0" encoding="GB18030"?><request><head><appid>${approvals.appid}</appid><token>${approvals.token}</token><timestamp>${timestamp}</timestamp></head><body>${body}</body></request>`

/** A caller of the approval system: decodes with the platform's own GB18030 decoder, not with the one that wrote it. */
export const officeClient =
  (systems: Systems) =>
  async (operation: string, body: string, timestamp?: string): Promise<unknown> => {
    const response = await postSoap(systems, operation, requestXml(systems, body, timestamp))
    const outer: unknown = parser.parse(new TextDecoder('gb18030').decode(await response.arrayBuffer()))
    const inner: unknown = parser.parse(textAt(outer, 'Envelope', 'Body', `${operation}Response`, 'return'))
    return inner && Reflect.get(Object(inner), 'response')
  }

/** What a test hands in. */
export interface TestSubmission {
  readonly reference: string
  readonly item: string
  readonly itemName?: string
  readonly name?: string
  readonly answers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
  readonly materials?: readonly string[]
  readonly certificate?: string
}

const element = (name: string, value: string): string => `<${name}>${value}</${name}>`

export const materialsXml = (codes: readonly string[], certificate = ''): string =>
  element(
    'materials',
    codes.map((code) => element('material', element('code', code) + element('certidentifier', certificate))).join(''),
  )

export const formXml = (form: Readonly<Record<string, string>>): string =>
  element(
    'form',
    Object.entries(form)
      .map(([name, value]) => element('field', element('name', name) + element('value', value)))
      .join(''),
  )

/** The body of a submit request. */
export const submissionXml = (submission: TestSubmission): string => {
  const answers = Object.entries(submission.answers ?? {}).map(([question, value]) =>
    element('answer', element('question', question) + element('value', value)),
  )
  return [
    element('ywlsh', submission.reference),
    element('taskhandleitem', submission.item),
    ...(submission.itemName === undefined ? [] : [element('taskname', submission.itemName)]),
    element(
      'applicant',
      `<type>1</type>${element('name', submission.name ?? '陈䶮')}<idtype>31</idtype><idcode>330600198801010037</idcode>`,
    ),
    element('situation', answers.join('')),
    formXml(submission.form ?? {}),
    materialsXml(submission.materials ?? [], submission.certificate),
  ].join('')
}
