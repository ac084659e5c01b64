import { createDecipheriv, createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { sourceFailure } from '../failures.ts'
import type { HttpRequest } from '../source.ts'
import { credential } from './credential.ts'
import { fetchSecret } from './fetch-secret.ts'
import { type GjgxjhptPlace, placeValues } from './gjgxjhpt-place.ts'
import type { Signer, SignerIo } from './signer.ts'

/** What is signed. `rtime` is in milliseconds. */
export interface GjgxjhptParts {
  readonly sid: string
  readonly rid: string
  readonly rtime: string
}

/** How a caller is known to the national data-sharing exchange (国家数据共享交换平台) or to a provincial clone of it. */
export interface GjgxjhptOptions {
  /** Identifier of the service (服务编码). */
  readonly sid: string
  /** Identifier of the requester (请求者标识). */
  readonly rid: string
  /** Follows the requester after `@` where a node wants it. */
  readonly ridSuffix?: string
  /** Authorisation code of the service (授权码): signs the first step and decrypts its answer. */
  readonly appKey: string
  /** Address of the first step, which answers the secret. */
  readonly secretUrl: string
  /** Clones rename the four values: `hnjhpt_`, `jsjhpt_`. @default 'gjgxjhpt_' */
  readonly prefix?: string
  /** @default 'HEADER' */
  readonly place?: GjgxjhptPlace
  /** How the AES key is had from the app key: as Java's SHA1PRNG derives it, or its own bytes. @default 'SHA1PRNG' */
  readonly aesKey?: 'SHA1PRNG' | 'BYTES'
  /** How long a secret holds that came without its end. @default 900_000 */
  readonly validForMs?: number
  /** @default 30_000 */
  readonly skewMs?: number
}

/** Base64 of HMAC-SHA-256 over service, requester and time. */
export const gjgxjhptSignature = ({ sid, rid, rtime }: GjgxjhptParts, secret: string): string =>
  createHmac('sha256', secret)
    .update(sid + rid + rtime, 'utf8')
    .digest('base64')

const secretData = z.looseObject({
  secret: z.string().min(1),
  secretEndTime: z.union([z.string(), z.number()]).nullish(),
})
const secretReply = z.looseObject({
  code: z.union([z.string(), z.number()]),
  data: z
    .union([
      secretData,
      z
        .string()
        .transform((text, context) => parsed(text, context))
        .pipe(secretData),
    ])
    .nullish(),
})

/** Some nodes answer the data as JSON inside JSON. */
function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' })
    return z.NEVER
  }
}

const sha1 = (bytes: string | Uint8Array): Buffer => createHash('sha1').update(bytes).digest()

/** The first bytes Java's SHA1PRNG yields for a seed are the digest of the seed's digest. */
const aesKeyOf = (appKey: string, how: 'SHA1PRNG' | 'BYTES'): Buffer =>
  how === 'BYTES' ? Buffer.from(appKey, 'utf8') : sha1(sha1(appKey)).subarray(0, 16)

function decrypt(secret: string, { appKey, aesKey = 'SHA1PRNG' }: GjgxjhptOptions): string {
  const key = aesKeyOf(appKey, aesKey)
  try {
    const decipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null)
    return Buffer.concat([decipher.update(secret, 'base64'), decipher.final()]).toString('utf8')
  } catch (error) {
    throw sourceFailure(
      'TB_SOURCE_AUTH',
      { detail: 'the secret cannot be decrypted with the app key' },
      { cause: error },
    )
  }
}

/** An end that cannot be read is as good as none. */
function validFor(end: string | number | null | undefined, now: Date, usualMs: number): number {
  const text = String(end ?? '')
  if (!/^\d{10}(\d{3})?$/.test(text)) return usualMs
  return Number(text) * (text.length === 10 ? 1_000 : 1) - now.getTime()
}

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
  const { sid, prefix = 'gjgxjhpt_', place = 'HEADER', validForMs = 900_000, skewMs } = options
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
    body: JSON.stringify(values(options.appKey, now)),
  })
  const obtain = async (io: SignerIo) => {
    const now = io.now()
    const { code, data } = await fetchSecret(io, secretRequest(now), secretReply)
    if (String(code) !== '0' || !data)
      throw sourceFailure('TB_SOURCE_AUTH', { detail: 'no secret: the app key was refused' })
    return { secret: decrypt(data.secret, options), validForMs: validFor(data.secretEndTime, now, validForMs) }
  }
  return credential<string>({
    obtain,
    apply: (request, secret, { now }) => placeValues(request, place, values(secret, now())),
    ...(skewMs === undefined ? {} : { skewMs }),
  })
}
