import { TongbanError } from '@tongban/schema'
import { at } from '../path.ts'
import { readXml } from '../xml/read.ts'
import type { SoapVersion } from './versions.ts'
import { attribute, localName, named, nodesAt, type WsdlNode } from './wsdl-nodes.ts'

/** How the parameters of a service are written: below one element (document, wrapped), or below the operation's name (RPC). */
export type SoapStyle = 'document' | 'rpc'

/** An operation as a service description has it. */
export interface WsdlOperation {
  readonly name: string
  /** The `SOAPAction`, which may be empty. */
  readonly action: string
  /** Namespace of the elements below. */
  readonly namespace: string
  /** Element of the request in the SOAP body. */
  readonly request: string
  /** Element of the answer in the SOAP body. */
  readonly response: string
  /** Parameters in their order; empty when the description does not tell. */
  readonly parameters: readonly string[]
  /** Elements of the answer in their order; empty when the description does not tell. */
  readonly results: readonly string[]
}

/** What a service description (WSDL 1.1) says about a service. */
export interface Wsdl {
  /** Address of the service, when it is given. */
  readonly endpoint: string | null
  readonly version: SoapVersion
  readonly style: SoapStyle
  /** Whether parameters are in the namespace of the service (`elementFormDefault="qualified"`). */
  readonly qualified: boolean
  readonly operations: ReadonlyMap<string, WsdlOperation>
}

interface Description {
  readonly definitions: unknown
  readonly schemas: readonly WsdlNode[]
  readonly style: SoapStyle
}

const refused = (detail: string) => new TongbanError('TB_CONFIG_INVALID', { path: 'protocol.wsdl', detail })

/** Names of the elements in a sequence, written inside an element or as a type of its own. */
function elementsOf(schemas: readonly WsdlNode[], element: WsdlNode | undefined): string[] {
  const types = schemas.flatMap((schema) => nodesAt(schema, 'complexType'))
  const type = nodesAt(element, 'complexType')[0] ?? named(types, attribute(element, 'type'))
  return ['sequence.element', 'all.element']
    .flatMap((path) => nodesAt(type, path))
    .map((node) => attribute(node, 'name') || localName(attribute(node, 'ref')))
}

/** What is sent or answered: the element and the namespace it is in, and what is in it. */
function messageOf({ definitions, schemas, style }: Description, reference: string, operation: string) {
  const parts = nodesAt(named(nodesAt(definitions, 'message'), reference), 'part')
  if (style === 'rpc')
    return { element: operation, namespace: undefined, parts: parts.map((p) => attribute(p, 'name')) }
  const name = localName(attribute(parts[0], 'element'))
  const schema = schemas.find((one) => named(nodesAt(one, 'element'), name))
  const parameters = elementsOf(schemas, named(nodesAt(schema, 'element'), name))
  return { element: name || operation, namespace: attribute(schema, 'targetNamespace') || undefined, parts: parameters }
}

function operationOf(description: Description, port: WsdlNode | undefined, bound: WsdlNode): WsdlOperation {
  const { definitions } = description
  const name = attribute(bound, 'name')
  const abstract = named(nodesAt(port, 'operation'), name)
  const messageName = (direction: string) => attribute(at(abstract, direction), 'message')
  const request = messageOf(description, messageName('input'), name)
  const response = messageOf(description, messageName('output'), `${name}Response`)
  const ownNamespace = attribute(at(bound, 'input.body'), 'namespace') || attribute(definitions, 'targetNamespace')
  return {
    name,
    action: attribute(at(bound, 'operation'), 'soapAction'),
    namespace: request.namespace ?? ownNamespace,
    request: request.element,
    response: response.element,
    parameters: request.parts,
    results: response.parts,
  }
}

/** Prefixes are dropped in reading, so the text itself must tell which SOAP binding is meant. */
const versionOf = (text: string): SoapVersion => {
  const has = (namespace: string) =>
    Array.from(text.matchAll(/xmlns:([\w-]+)\s*=\s*["']([^"']+)["']/g)).some(
      ([, prefix = '', uri]) => uri === namespace && text.includes(`<${prefix}:binding`),
    )
  return has('http://schemas.xmlsoap.org/wsdl/soap12/') && !has('http://schemas.xmlsoap.org/wsdl/soap/') ? '1.2' : '1.1'
}

/**
 * Reads a service description (WSDL 1.1) as departments hand it out: document/literal wrapped or RPC, schemas inline. Of several
 * SOAP bindings the first counts.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when it is none, or has no SOAP binding with operations
 */
export function readWsdl(text: string): Wsdl {
  const definitions = at(readXml(text.replace(/^\uFEFF/, '').trim(), { attributes: true }), 'definitions')
  if (definitions === undefined) throw refused('not a service description (WSDL 1.1)')
  const binding = nodesAt(definitions, 'binding').find((one) => at(one, 'binding') !== undefined)
  const bound = nodesAt(binding, 'operation')
  if (bound.length === 0) throw refused('no SOAP binding with operations')
  const schemas = nodesAt(definitions, 'types.schema')
  const style = attribute(at(binding, 'binding'), 'style') === 'rpc' ? 'rpc' : 'document'
  const port = named(nodesAt(definitions, 'portType'), attribute(binding, 'type'))
  const operations = bound.map((one) => operationOf({ definitions, schemas, style }, port, one))
  return {
    endpoint: attribute(nodesAt(nodesAt(definitions, 'service')[0], 'port')[0]?.address, 'location') || null,
    version: versionOf(text),
    style,
    qualified: style === 'document' && schemas.some((one) => attribute(one, 'elementFormDefault') === 'qualified'),
    operations: new Map(operations.map((one) => [one.name, one])),
  }
}
