import { createHmac } from 'node:crypto'
import { checkNeeded } from './check.ts'
import { partsOf, type QueryForm, sortedQuery } from './query.ts'
import { type ClockSigner, withHeaders } from './signer.ts'

/** What is signed. `search` is the query without `?`; `date` an RFC 1123 date in GMT. */
export interface BgHmacParts {
  readonly method: string
  readonly path: string
  readonly search: string
  readonly accessKey: string
  readonly date: string
}

/** Credentials for Zhejiang's gateway (浙江 IRS 业务协同网关), and the habit of one implementation. */
export interface BgHmacOptions {
  readonly accessKey: string
  readonly secret: string
  /** Whether the sorted query is signed as sent or decoded; implementations differ. @default 'RAW' */
  readonly query?: QueryForm
}

/** Base64 of HMAC-SHA-256 over method, path, sorted query, access key and date, each with a newline, the last one, too. */
export function bgHmacSignature(
  parts: BgHmacParts,
  { secret, query = 'RAW' }: Pick<BgHmacOptions, 'secret' | 'query'>,
): string {
  const { method, path, search, accessKey, date } = parts
  const lines = [method.toUpperCase(), path === '' ? '/' : path, sortedQuery(search, query), accessKey, date]
  return createHmac('sha256', secret)
    .update(lines.map((line) => `${line}\n`).join(''), 'utf8')
    .digest('base64')
}

/**
 * Signs requests for Zhejiang's gateway with `X-BG-*` headers. The gateway accepts clocks that are 90 s off, and does not look at
 * the body.
 */
export const bgHmac = (options: BgHmacOptions): ClockSigner => {
  checkNeeded('bgHmac', options, { accessKey: 'the access key', secret: 'the secret' })
  return (request, { now }) => {
    const { accessKey } = options
    const date = now().toUTCString()
    const signature = bgHmacSignature({ method: request.method, ...partsOf(request.url), accessKey, date }, options)
    return withHeaders(request, {
      'x-bg-hmac-access-key': accessKey,
      'x-bg-hmac-algorithm': 'hmac-sha256',
      'x-bg-date-time': date,
      'x-bg-hmac-signature': signature,
    })
  }
}
