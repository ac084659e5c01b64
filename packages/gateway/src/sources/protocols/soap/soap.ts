import iconv from 'iconv-lite'
import { sourceFailure } from '../../failures.ts'
import { type Signer, unsigned } from '../../signing/signer.ts'
import type { AttemptIo, HttpRequest, HttpResponse, Protocol, UpstreamRequest } from '../../source.ts'
import { type Charset, charsetOf, decodeBody } from '../charset.ts'
import { type Envelope, openEnvelope } from '../envelope.ts'
import { at } from '../path.ts'
import { unreadable } from '../status.ts'
import { faultOf } from './fault.ts'
import { cdata, readXml, writeXml, type XmlTree } from './xml.ts'

/** One request to a SOAP source. */
export interface SoapRequest extends UpstreamRequest {
  /** Name of the service's operation: the element in the SOAP body, and the `SOAPAction`. */
  readonly action: string
  /** Content of the `body` of the inner document. */
  readonly body: XmlTree
  /** For operations whose status values mean something else than in the rest of the service. */
  readonly envelope?: Envelope
}

/** How an XML document travels inside a string of a SOAP message (XML 套 CDATA). */
export interface InnerDocument {
  /** Element of the request that holds the document. @default 'xml' */
  readonly parameter?: string
  /** Element of the answer that holds the document. @default 'return' */
  readonly result?: string
  /** Root of the document sent. @default 'request' */
  readonly request?: string
  /** Root of the document received. @default 'response' */
  readonly response?: string
  /** Written before `body`, for example credentials and a time stamp; made for each attempt anew. */
  readonly head?: (io: Pick<AttemptIo, 'now'>) => XmlTree
}

/** How a SOAP source speaks. */
export interface SoapOptions {
  readonly endpoint: string
  /** Namespace of the service's elements. */
  readonly namespace: string
  /** @default action => `urn:${action}` */
  readonly soapAction?: (action: string) => string
  /** Character set of whole messages, both ways. @default 'utf-8' */
  readonly charset?: Charset
  readonly document?: InnerDocument
  readonly envelope: Envelope
  readonly sign?: Signer
}

const declaration = (charset: Charset) => `<?xml version="1.0" encoding="${charset.toUpperCase()}"?>`

const innerDocument = (request: SoapRequest, { head, request: root = 'request' }: InnerDocument, io: AttemptIo) =>
  writeXml({ [root]: { head: head?.(io), body: request.body } })

const message = ({ namespace, document = {}, charset = 'utf-8' }: SoapOptions, request: SoapRequest, io: AttemptIo) => {
  const parameter = {
    [document.parameter ?? 'xml']: cdata(declaration(charset) + innerDocument(request, document, io)),
  }
  const body = writeXml({ 'soapenv:Body': { [`ws:${request.action}`]: parameter } })
  const names = `xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ws="${namespace}"`
  return `${declaration(charset)}<soapenv:Envelope ${names}>${body}</soapenv:Envelope>`
}

const post = (options: SoapOptions, request: SoapRequest, io: AttemptIo): HttpRequest => {
  const { endpoint, charset = 'utf-8', soapAction = (action) => `urn:${action}` } = options
  return {
    method: 'POST',
    url: endpoint,
    headers: {
      'content-type': `text/xml; charset=${charset.toUpperCase()}`,
      soapaction: `"${soapAction(request.action)}"`,
    },
    body: iconv.encode(message(options, request, io), charset),
  }
}

/** The document in the answer: text of the result element, as CDATA or escaped, parsed a second time. */
function openMessage(response: HttpResponse, text: string, action: string, { result, response: root }: InnerDocument) {
  const envelope = readXml(text)
  const fault = faultOf(envelope)
  if (fault) throw fault
  if (at(envelope, 'Envelope.Body') === undefined) throw unreadable(response, text, 'a SOAP message')
  const inner = at(envelope, `Envelope.Body.${action}Response.${result ?? 'return'}`)
  const document = typeof inner === 'string' ? at(readXml(inner.trim()), root ?? 'response') : undefined
  if (document === undefined)
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: `${action}Response.${result ?? 'return'}: no XML document` })
  return document
}

/**
 * A source that speaks SOAP 1.1, document/literal, with XML documents inside strings.
 *
 * @example
 * soap({
 *   endpoint: 'http://approval.example.cn/services/ApprovalService', namespace: 'http://ws.approval.example.cn/', charset: 'gb18030',
 *   document: { head: ({ now }) => ({ appid, token, timestamp: compactTime(now()) }) },
 *   envelope: { success: { path: 'returncode', in: ['1000'] }, payload: 'body', message: 'returnmsg' },
 * })
 */
export const soap = (options: SoapOptions): Protocol<SoapRequest> => ({
  kind: 'soap',
  async send(request: SoapRequest, io: AttemptIo) {
    const { sign = unsigned, charset = 'utf-8', document = {} } = options
    const response = await io.http(await sign(post(options, request, io), io))
    const text = decodeBody(response.body, charsetOf(response.headers['content-type']) ?? charset)
    return openEnvelope(request.envelope ?? options.envelope, openMessage(response, text, request.action, document))
  },
})
