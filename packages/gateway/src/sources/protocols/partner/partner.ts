import {
  type Auth,
  createTongbanClient,
  isTongbanError as isSdkError,
  request as send,
  type TongbanDocument,
  type Transport,
} from '@tongban/sdk'
import { type PrivateJwk, privateKeyJwt } from '@tongban/sdk/node'
import type { AttemptIo, Protocol, UpstreamRequest } from '../../source.ts'
import { decodeBody } from '../charset.ts'
import { readJson } from '../json.ts'
import { unreadable } from '../status.ts'
import { partnerFailure } from './failures.ts'

/** One operation at a partner's gateway. The reply is its `data`. */
export interface PartnerRequest extends UpstreamRequest {
  /** Text of the operation: one of the SDK's documents (`itemsGetDocument`), or one of your own. */
  readonly document: TongbanDocument<unknown, never>
  readonly variables?: Readonly<Record<string, unknown>>
}

/** How a partner city's gateway is reached, and who we are there. */
export interface PartnerOptions {
  /** Address of its GraphQL endpoint, for example `https://tongban.hz.example.cn/graphql`. */
  readonly endpoint: string
  /** Who we are there. Without it only what is public can be read. */
  readonly client?: {
    readonly id: string
    /** Our private key; the partner knows its public half. */
    readonly key: PrivateJwk
    /** @default all that we may have */
    readonly scopes?: readonly string[]
    /** Address of its token endpoint, when that is not beside the endpoint. */
    readonly tokenEndpoint?: string
  }
  /** Speaks plain http with another machine. @default false */
  readonly dangerouslyAllowPlainHttp?: boolean
}

/** Requests go out through the attempt, which bounds time and size and ends the socket when it is cancelled. */
const transportOf = (io: AttemptIo): Transport => ({
  async send({ method, url, headers, body }) {
    const response = await io.http({ method, url, headers, body })
    const text = decodeBody(response.body, 'utf-8')
    // A page is what stands in front of the partner, a proxy or a login, and not the partner.
    if (readJson(text) === undefined) throw unreadable(response, text, 'JSON')
    return { status: response.status, headers: response.headers, body: text }
  },
})

const authOf = ({ client }: PartnerOptions): Auth | undefined =>
  client &&
  privateKeyJwt({
    clientId: client.id,
    key: client.key,
    ...(client.scopes && { scopes: client.scopes }),
    ...(client.tokenEndpoint && { tokenEndpoint: client.tokenEndpoint }),
  })

/** Longer than any attempt: the attempt's own time-out decides. */
const timeoutMs = 600_000

/**
 * A partner city's gateway (伙伴城市), spoken to with the SDK: tokens by `private_key_jwt`, kept until they expire and replaced once
 * when refused; its errors by their codes.
 *
 * @example
 * const hangzhou = partner({ endpoint: 'https://tongban.hz.example.cn/graphql', client: { id: 'shaoxing', key: await keyFile('./hz.jwk') } })
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when the endpoint or the key cannot be used
 */
export function partner(options: PartnerOptions): Protocol<PartnerRequest> {
  const { endpoint, dangerouslyAllowPlainHttp = false } = options
  const auth = authOf(options)
  const settings = { endpoint, dangerouslyAllowPlainHttp, retries: 0, timeoutMs, attemptTimeoutMs: timeoutMs }
  // Made once for nothing but the check of the settings.
  createTongbanClient(settings)
  return {
    kind: 'partner',
    async send({ document, variables = {} }: PartnerRequest, io: AttemptIo) {
      const client = createTongbanClient({ ...settings, ...(auth && { auth }), transport: transportOf(io) })
      // The document's own types are the business of whoever wrote it; the reply is parsed at the border.
      const text: TongbanDocument<unknown, object> = String(document)
      try {
        return await send(client, text, variables, { signal: io.signal })
      } catch (error) {
        throw isSdkError(error) ? partnerFailure(error) : error
      }
    },
  }
}
