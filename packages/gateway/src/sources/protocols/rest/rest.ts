import { signedExchange } from '../../signing/signed-exchange.ts'
import type { Signer } from '../../signing/signer.ts'
import type { AttemptIo, HttpRequest, Protocol, UpstreamRequest } from '../../source.ts'
import { type Charset, encodeText } from '../charset.ts'
import type { Envelope } from '../envelope.ts'
import { address, type Query } from '../web/address.ts'
import { openAnswer } from '../web/answer.ts'

/** One request to a REST source. */
export interface RestRequest extends UpstreamRequest {
  /** @default 'POST' with a body, else 'GET' */
  readonly method?: HttpRequest['method']
  /** Path below `base`. */
  readonly path: string
  readonly query?: Query
  /** Sent as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** For operations that answer in another envelope than the rest of the API. */
  readonly envelope?: Envelope
}

/** How a REST source speaks. */
export interface RestOptions {
  /** Address without a trailing slash. */
  readonly base: string
  readonly headers?: Readonly<Record<string, string>>
  readonly sign?: Signer
  readonly envelope: Envelope
  /** What to assume when the answer does not say. @default 'utf-8' */
  readonly charset?: Charset
  /** Character set of what is sent: bodies and queries. @default 'utf-8' */
  readonly sends?: Charset
}

const draft = ({ base, headers, sends = 'utf-8' }: RestOptions, request: RestRequest): HttpRequest => {
  const hasBody = request.body !== undefined
  return {
    method: request.method ?? (hasBody ? 'POST' : 'GET'),
    url: address(base, request.path, request.query, sends),
    headers: {
      accept: 'application/json',
      ...(hasBody ? { 'content-type': `application/json; charset=${sends}` } : {}),
      ...headers,
      ...request.headers,
    },
    // Escaped first and encoded after: in GB18030 the byte of a backslash is also the second byte of characters like 乗.
    ...(hasBody ? { body: inCharset(JSON.stringify(request.body), sends) } : {}),
  }
}

/** UTF-8 stays text, which is what signers read most easily. */
const inCharset = (text: string, charset: Charset): string | Uint8Array =>
  charset === 'utf-8' ? text : encodeText(text, charset)

/**
 * A source that speaks JSON over HTTP (REST 接口). The envelope decides about success, never the HTTP status; byte order
 * marks, wrong charsets and trailing commas are read, HTML pages and cut bodies are failures.
 *
 * @example
 * rest({ base: 'https://items.example.cn', sign: tif({ paasid, token }), envelope: { success: { path: 'code', in: ['200'] }, payload: 'data' } })
 */
export const rest = (options: RestOptions): Protocol<RestRequest> => {
  const { exchange, renew } = signedExchange(options.sign)
  return {
    kind: 'rest',
    renew,
    async send(request: RestRequest, io: AttemptIo) {
      const { charset = 'utf-8' } = options
      const reading = { format: 'json', charset, envelope: request.envelope ?? options.envelope } as const
      return exchange(draft(options, request), io, (response) => openAnswer(response, reading))
    },
  }
}
