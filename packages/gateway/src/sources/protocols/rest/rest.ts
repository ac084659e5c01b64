import { type Signer, unsigned } from '../../signing/signer.ts'
import type { AttemptIo, HttpRequest, Protocol, UpstreamRequest } from '../../source.ts'
import { type Charset, charsetOf, decodeBody } from '../charset.ts'
import { type Envelope, hasStatus, openEnvelope } from '../envelope.ts'
import { unreadable } from '../status.ts'
import { readJson } from './json.ts'

/** Values of a query string; undefined ones are left out. */
type Query = Readonly<Record<string, string | number | undefined>>

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
}

const address = (base: string, path: string, query: Query = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  )
  return given.length === 0 ? base + path : `${base}${path}?${new URLSearchParams(Object.fromEntries(given))}`
}

const draft = ({ base, headers }: RestOptions, request: RestRequest): HttpRequest => {
  const hasBody = request.body !== undefined
  return {
    method: request.method ?? (hasBody ? 'POST' : 'GET'),
    url: address(base, request.path, request.query),
    headers: {
      accept: 'application/json',
      ...(hasBody ? { 'content-type': 'application/json; charset=utf-8' } : {}),
      ...headers,
      ...request.headers,
    },
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  }
}

/**
 * A source that speaks JSON over HTTP (REST 接口). The envelope decides about success, never the HTTP status; byte order
 * marks, wrong charsets and trailing commas are read, HTML pages and cut bodies are failures.
 *
 * @example
 * rest({ base: 'https://items.example.cn', sign: tif({ paasid, token }), envelope: { success: { path: 'code', in: ['200'] }, payload: 'data' } })
 */
export const rest = (options: RestOptions): Protocol<RestRequest> => ({
  kind: 'rest',
  async send(request: RestRequest, io: AttemptIo) {
    const { sign = unsigned, envelope: usual, charset = 'utf-8' } = options
    const envelope = request.envelope ?? usual
    const response = await io.http(await sign(draft(options, request), io))
    const text = decodeBody(response.body, charsetOf(response.headers['content-type']) ?? charset)
    const answer = readJson(text)
    if (answer === undefined || (response.status >= 300 && !hasStatus(envelope, answer)))
      throw unreadable(response, text, 'JSON')
    return openEnvelope(envelope, answer)
  },
})
