import iconv from 'iconv-lite'
import type { WireBody } from '../shared/misbehaviour/deform.ts'
import { isRecord, type TreeRecord, text } from '../shared/tree.ts'
import { buildXml, cdata, parseXml, XML_HEAD } from './xml.ts'

export const SERVICE_NAMESPACE = 'http://ws.approval.sx.example/'
const ENVELOPE_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/'

const wire = (xml: string): WireBody => ({
  contentType: 'text/xml',
  charset: 'gb18030',
  bytes: iconv.encode(xml, 'gb18030'),
})

const envelope = (body: string): string =>
  `${XML_HEAD}<soapenv:Envelope xmlns:soapenv="${ENVELOPE_NAMESPACE}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`

/** One call as it came in: the operation's element name and the string inside. */
export interface SoapCall {
  readonly operation: string
  readonly xml: string
}

/** Reads an envelope; the bytes are GB18030 whatever they are declared as. Undefined when it is not SOAP. */
export const readSoap = (bytes: Buffer): SoapCall | undefined => {
  const root = parseXml(iconv.decode(bytes, 'gb18030'))
  const envelopeElement = root?.Envelope
  const body = isRecord(envelopeElement) ? envelopeElement.Body : undefined
  const [operation, parameters] = isRecord(body) ? (Object.entries(body)[0] ?? []) : []
  return operation ? { operation, xml: text(parameters, 'xml') } : undefined
}

/** The answer: an XML document as a string inside the response element. */
export const writeSoap = (operation: string, answer: TreeRecord): WireBody => {
  const inner = cdata(buildXml({ response: answer }))
  return wire(
    envelope(
      `<ns1:${operation}Response xmlns:ns1="${SERVICE_NAMESPACE}"><return>${inner}</return></ns1:${operation}Response>`,
    ),
  )
}

/** A SOAP 1.1 fault, for what is not a call at all. */
export const writeFault = (code: 'Client' | 'Server', message: string): WireBody =>
  wire(
    envelope(
      `<soapenv:Fault><faultcode>soapenv:${code}</faultcode><faultstring>${message}</faultstring></soapenv:Fault>`,
    ),
  )
