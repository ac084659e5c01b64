import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { checkOptions } from '../options/option-mistake.ts'
import { httpAddress } from '../options/shapes.ts'
import type { HttpRequest } from '../source.ts'
import { checkNeeded } from './check.ts'
import { credential } from './credential.ts'
import { type GjgxjhptPlace, placeValues } from './gjgxjhpt-place.ts'
import { obtainSecret, type SecretReading } from './gjgxjhpt-secret.ts'
import type { Signer } from './signer.ts'

/** What is signed. `rtime` is in milliseconds. */
export interface GjgxjhptParts {
  readonly sid: string
  readonly rid: string
  readonly rtime: string
}

/** How a caller is known to the national data-sharing exchange (国家数据共享交换平台) or to a provincial clone of it. */
export interface GjgxjhptOptions extends SecretReading {
  /** Identifier of the service (服务编码). */
  readonly sid: string
  /** Identifier of the requester (请求者标识). */
  readonly rid: string
  /** Follows the requester after `@` where a node wants it. */
  readonly ridSuffix?: string
  /** Address of the first step, which answers the secret. */
  readonly secretUrl: string
  /** Clones rename the four values: `hnjhpt_`, `jsjhpt_`. @default 'gjgxjhpt_' */
  readonly prefix?: string
  /** @default 'HEADER' */
  readonly place?: GjgxjhptPlace
  /** @default 30_000 */
  readonly skewMs?: number
}

/** Base64 of HMAC-SHA-256 over service, requester and time. */
export const gjgxjhptSignature = ({ sid, rid, rtime }: GjgxjhptParts, secret: string): string =>
  createHmac('sha256', secret)
    .update(sid + rid + rtime, 'utf8')
    .digest('base64')

/** Two requests of one millisecond would have the same signature, and the second would look like a replay. */
function strictlyLater() {
  let last = 0
  return (now: Date): string => {
    last = Math.max(now.getTime(), last + 1)
    return String(last)
  }
}

/**
 * Signs requests for the national data-sharing exchange in two steps: a call signed with the app key answers a secret,
 * encrypted and valid for a while; requests are signed with that, and it is had anew before it ends or when it is refused.
 */
export function gjgxjhpt(options: GjgxjhptOptions): Signer {
  checkNeeded('gjgxjhpt', options, { sid: 'the service (sid)', rid: 'the requester (rid)', appKey: 'the app key' })
  checkOptions('gjgxjhpt', z.looseObject({ secretUrl: httpAddress }), options)
  const { sid, prefix = 'gjgxjhpt_', place = 'HEADER', appKey, aesKey, validForMs, skewMs } = options
  const rid = options.ridSuffix === undefined ? options.rid : `${options.rid}@${options.ridSuffix}`
  const rtimeAt = strictlyLater()
  const values = (secret: string, now: Date): Record<string, string> => {
    const parts = { sid, rid, rtime: rtimeAt(now) }
    const named = Object.entries({ ...parts, sign: gjgxjhptSignature(parts, secret) })
    return Object.fromEntries(named.map(([name, value]) => [prefix + name, value]))
  }
  const secretRequest = (now: Date): HttpRequest => ({
    method: 'POST',
    url: options.secretUrl,
    headers: { accept: 'application/json', 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(values(appKey, now)),
  })
  return credential<string>({
    obtain: (io) => obtainSecret(io, secretRequest(io.now()), { appKey, aesKey, validForMs }),
    apply: (request, secret, { now }) => placeValues(request, place, values(secret, now())),
    ...(skewMs === undefined ? {} : { skewMs }),
  })
}
