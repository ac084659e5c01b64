import { checkOptions, type ShapeOf } from '../../options/option-mistake.ts'
import { charsetName } from '../../options/shapes.ts'
import { strict } from '../../options/strict.ts'
import type { HttpRequest, Protocol } from '../../source.ts'
import { type Charset, encodeText } from '../charset.ts'
import { address } from '../web/address.ts'
import type { WebOptions, WebRequest } from '../web/options.ts'
import { webProtocol } from '../web/protocol.ts'
import { noOptions, webShape } from '../web/shape.ts'

/** One request to a REST source. */
export interface RestRequest extends WebRequest {
  /** @default 'POST' with a body, else 'GET' */
  readonly method?: HttpRequest['method']
  /** Sent as JSON. */
  readonly body?: unknown
}

/** How a REST source speaks. */
export interface RestOptions extends WebOptions {
  /** What to assume when the answer does not say. @default 'utf-8' */
  readonly charset?: Charset
  /** Character set of what is sent: bodies and queries. @default 'utf-8' */
  readonly sends?: Charset
}

const shape = strict(
  { ...webShape, charset: charsetName, sends: charsetName } satisfies ShapeOf<RestOptions>,
  noOptions,
)

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
 *
 * @throws TongbanError `TB_CONFIG_INVALID` for options that cannot be meant
 */
export const rest = (options: RestOptions): Protocol<RestRequest> => {
  checkOptions('rest', shape, options)
  const { charset = 'utf-8' } = options
  const reading = { format: 'json', charset } as const
  return webProtocol(options, { kind: 'rest', draft: (request) => draft(options, request), reading })
}
