import { signedExchange } from '../../signing/signed-exchange.ts'
import type { Signer } from '../../signing/signer.ts'
import type { AttemptIo, HttpRequest, Protocol, UpstreamRequest } from '../../source.ts'
import { type Charset, encodeText } from '../charset.ts'
import type { Envelope } from '../envelope.ts'
import { address, type Query } from '../web/address.ts'
import { type AnswerFormat, openAnswer } from '../web/answer.ts'
import { writeDocument, type XmlTree } from '../xml/write.ts'

/** One request to a source that speaks XML over plain HTTP. */
export interface RestXmlRequest extends UpstreamRequest {
  /** @default 'POST' with a body, else 'GET' */
  readonly method?: HttpRequest['method']
  /** Path below `base`. */
  readonly path: string
  readonly query?: Query
  /** The whole document, with its root. */
  readonly body?: XmlTree
  readonly headers?: Readonly<Record<string, string>>
  /** For operations that answer in another envelope than the rest of the API. */
  readonly envelope?: Envelope
}

/** How a source speaks XML over plain HTTP. Paths of the envelope begin with the answer's root: `response.code`. */
export interface RestXmlOptions {
  /** Address without a trailing slash. */
  readonly base: string
  readonly headers?: Readonly<Record<string, string>>
  readonly sign?: Signer
  readonly envelope: Envelope
  /** Character set of documents sent, which their declaration names, and of answers that do not say. @default 'utf-8' */
  readonly charset?: Charset
  /** @default 'xml' */
  readonly answers?: AnswerFormat
  /** Whether attributes of the answer are kept, as `@name`. @default false */
  readonly attributes?: boolean
  /** @default 'application/xml' */
  readonly contentType?: string
}

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
 */
export const restXml = (options: RestXmlOptions): Protocol<RestXmlRequest> => {
  const { exchange, renew } = signedExchange(options.sign)
  return {
    kind: 'rest-xml',
    renew,
    async send(request: RestXmlRequest, io: AttemptIo) {
      const { charset = 'utf-8', answers: format = 'xml', attributes = false } = options
      const reading = { format, charset, attributes, envelope: request.envelope ?? options.envelope }
      return exchange(draft(options, request), io, (response) => openAnswer(response, reading))
    },
  }
}
