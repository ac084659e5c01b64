import { checkOptions, type ShapeOf } from '../../options/option-mistake.ts'
import { charsetName, text } from '../../options/shapes.ts'
import { strict } from '../../options/strict.ts'
import type { HttpRequest, Protocol } from '../../source.ts'
import { type Charset, encodeText } from '../charset.ts'
import { address } from '../web/address.ts'
import type { WebOptions, WebRequest, XmlAnswers } from '../web/options.ts'
import { webProtocol } from '../web/protocol.ts'
import { noOptions, webShape, xmlAnswersShape } from '../web/shape.ts'
import { writeDocument, type XmlTree } from '../xml/write.ts'

/** One request to a source that speaks XML over plain HTTP. */
export interface RestXmlRequest extends WebRequest {
  /** @default 'POST' with a body, else 'GET' */
  readonly method?: HttpRequest['method']
  /** The whole document, with its root. */
  readonly body?: XmlTree
}

/** How a source speaks XML over plain HTTP. Paths of the envelope begin with the answer's root: `response.code`. */
export interface RestXmlOptions extends WebOptions, XmlAnswers {
  /** Character set of documents sent, which their declaration names, and of answers that do not say. @default 'utf-8' */
  readonly charset?: Charset
  /** @default 'application/xml' */
  readonly contentType?: string
}

const shape = strict(
  { ...webShape, ...xmlAnswersShape, charset: charsetName, contentType: text } satisfies ShapeOf<RestXmlOptions>,
  noOptions,
)

const draft = (options: RestXmlOptions, request: RestXmlRequest): HttpRequest => {
  const { base, charset = 'utf-8', contentType = 'application/xml', headers, answers = 'xml' } = options
  const { body, method = body ? 'POST' : 'GET', path, query } = request
  return {
    method,
    url: address(base, path, query, charset),
    headers: {
      accept: answers === 'xml' ? 'application/xml, text/xml' : 'application/json',
      ...(body ? { 'content-type': `${contentType}; charset=${charset.toUpperCase()}` } : {}),
      ...headers,
      ...request.headers,
    },
    ...(body ? { body: encodeText(writeDocument(body, charset), charset) } : {}),
  }
}

/**
 * A source that speaks XML over plain HTTP, without SOAP. The character set of an answer is what its header says, else what its
 * declaration says. Repeated elements are lists, single ones are not: read them with `field.list`.
 *
 * @example
 * restXml({ base: 'http://bureau.example.cn/api', charset: 'gb18030', envelope: { success: { path: 'response.code', in: ['1'] }, payload: 'response.data' } })
 *
 * @throws TongbanError `TB_CONFIG_INVALID` for options that cannot be meant
 */
export const restXml = (options: RestXmlOptions): Protocol<RestXmlRequest> => {
  checkOptions('restXml', shape, options)
  const { charset = 'utf-8', answers: format = 'xml', attributes = false } = options
  const reading = { format, charset, attributes }
  return webProtocol(options, { kind: 'rest-xml', draft: (request) => draft(options, request), reading })
}
