import { sourceFailure } from '../../failures.ts'
import type { HttpResponse } from '../../source.ts'
import { readJson } from '../json.ts'
import { at, isRecord } from '../path.ts'
import { unreadable } from '../status.ts'
import { readXml } from '../xml/read.ts'
import { faultOf } from './fault.ts'
import type { InnerDocument } from './options.ts'
import type { SoapService } from './service.ts'
import type { WsdlOperation } from './wsdl.ts'

/** The element of the answer. In RPC style its name means nothing (WS-I Basic Profile 1.1 R2729 fixes it, older stacks do not). */
function answerOf(service: SoapService, operation: WsdlOperation, body: unknown): unknown {
  const named = at(body, operation.response)
  if (named !== undefined || service.style === 'document' || !isRecord(body)) return named
  const elements = Object.keys(body).filter((name) => !/^[@#]/.test(name))
  return elements.length === 1 ? body[elements[0] ?? ''] : undefined
}

const resultName = ({ result, answers }: InnerDocument, { results }: WsdlOperation): string =>
  result ?? (answers === 'plain' ? '' : ((results.length === 1 ? results[0] : undefined) ?? 'return'))

/** What a string holds: text of the result element, as CDATA or escaped, parsed a second time. */
function openDocument(held: unknown, { answers, response = 'response', attributes = false }: InnerDocument): unknown {
  if (answers === 'plain') return held
  // An element with attributes, for example an `xsi:type`, keeps its text beside them.
  const text = isRecord(held) ? held['#text'] : held
  if (typeof text !== 'string') return undefined
  const trimmed = text.trim().replace(/^\uFEFF/, '')
  return answers === 'json' ? readJson(trimmed) : at(readXml(trimmed, { attributes }), response)
}

/**
 * What an answer says: the document in it, or its plain elements.
 *
 * @throws TongbanError the failure behind a fault; `TB_SOURCE_SHAPE`, `TB_SOURCE_AUTH`, `TB_SOURCE_UNAVAILABLE` when it is no SOAP message
 */
export function openMessage(
  service: SoapService,
  operation: WsdlOperation,
  document: InnerDocument,
  response: HttpResponse,
  text: string,
): unknown {
  const envelope = readXml(text.trim())
  const fault = faultOf(envelope)
  if (fault) throw fault
  const body = at(envelope, 'Envelope.Body')
  if (body === undefined) throw unreadable(response, text, 'a SOAP message')
  const name = resultName(document, operation)
  const held = at(answerOf(service, operation, body), name)
  const opened = openDocument(held, document)
  if (opened !== undefined) return opened
  const expected = document.answers === 'json' ? 'JSON' : document.answers === 'plain' ? 'element' : 'XML document'
  throw sourceFailure('TB_SOURCE_SHAPE', { detail: `${operation.response}.${name}: no ${expected}` })
}
