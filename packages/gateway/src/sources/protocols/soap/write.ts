import { TongbanError } from '@tongban/schema'
import type { AttemptIo, HttpRequest } from '../../source.ts'
import { encodeText } from '../charset.ts'
import { writeDocument, type XmlTree, type XmlValue, xmlText } from '../xml/write.ts'
import type { InnerDocument, SoapOptions, SoapRequest } from './options.ts'
import type { SoapService } from './service.ts'
import { dialects } from './versions.ts'
import type { WsdlOperation } from './wsdl.ts'

const innerDocument = (request: SoapRequest, options: SoapOptions, io: AttemptIo): XmlTree => {
  const { document = {}, charset = 'utf-8' } = options
  const { parameter = 'xml', request: root = 'request', head, spelling = 'cdata' }: InnerDocument = document
  const tree = { [root]: { head: head?.(io), body: request.body } }
  return { [parameter]: xmlText(tree, { charset, spelling }) }
}

/** Parameters in the order of the description, for services that read them in order. */
function inOrder(given: XmlTree, { name, parameters }: WsdlOperation): [string, XmlValue | undefined][] {
  const unknown = Object.keys(given).find((key) => !parameters.includes(key))
  if (parameters.length === 0) return Object.entries(given)
  if (unknown === undefined) return parameters.flatMap((key) => (key in given ? [[key, given[key]]] : []))
  const detail = `${name} has no parameter ${unknown}; it has ${parameters.join(', ')}`
  throw new TongbanError('TB_CONFIG_INVALID', { path: 'protocol.wsdl', detail })
}

/** Elements below get the prefix too when the schema qualifies them. */
const qualify = (value: XmlValue | undefined): XmlValue | undefined => {
  if (Array.isArray(value)) return value.map((one: XmlValue) => qualify(one) ?? null)
  return typeof value === 'object' && value !== null && !('__cdata' in value) ? qualifyTree(value) : value
}
const qualifyTree = (tree: object): XmlTree =>
  Object.fromEntries(Object.entries(tree).map(([name, value]) => [prefixed(name), qualify(value)]))
const prefixed = (name: string): string => (/^[@#]|:/.test(name) ? name : `ws:${name}`)

function envelopeOf(service: SoapService, operation: WsdlOperation, header: XmlTree, body: XmlTree): XmlTree {
  const ordered = Object.fromEntries(inOrder(body, operation))
  const parameters = service.qualified ? qualifyTree(ordered) : ordered
  return {
    'soapenv:Envelope': {
      '@xmlns:soapenv': dialects[service.version].namespace,
      '@xmlns:ws': operation.namespace,
      'soapenv:Header': Object.keys(header).length === 0 ? undefined : header,
      'soapenv:Body': { [`ws:${operation.request}`]: parameters },
    },
  }
}

/** The HTTP request that carries a call, not signed yet. */
export async function writeMessage(
  service: SoapService,
  options: SoapOptions,
  request: SoapRequest,
  io: AttemptIo,
): Promise<HttpRequest> {
  const { charset = 'utf-8' } = options
  const operation = service.operation(request.action)
  const header = (await options.header?.(io)) ?? {}
  const document = request.body === undefined ? {} : innerDocument(request, options, io)
  const message = envelopeOf(service, operation, header, { ...request.parameters, ...document })
  return {
    method: 'POST',
    url: service.endpoint,
    headers: dialects[service.version].headers(charset, operation.action),
    body: encodeText(writeDocument(message, charset), charset),
  }
}
