import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from '../shared/clock.ts'

const WINDOW_S = 90

/** Why a signed call is refused; the library's own code numbers. */
export type TifRefusal = { readonly code: '40101' | '40102' | '40103' | '40104'; readonly message: string }

/** The parts of the long form, added by a gateway in front of the caller. */
export interface TifUser {
  readonly uid: string
  readonly uinfo: string
  readonly ext: string
}

/** Lower-case hex signature; without a user the short form `timestamp + token + nonce + timestamp`. */
export const tifSignature = (timestamp: string, token: string, nonce: string, user?: TifUser): string => {
  const middle = user ? `,${user.uid},${user.uinfo},${user.ext}` : ''
  return createHash('sha256')
    .update(timestamp + token + nonce + middle + timestamp)
    .digest('hex')
}

const header = (headers: IncomingHttpHeaders, name: string): string => String(headers[name] ?? '')

const userOf = (headers: IncomingHttpHeaders): TifUser | undefined => {
  const uid = header(headers, 'x-tif-uid')
  return uid ? { uid, uinfo: header(headers, 'x-tif-uinfo'), ext: header(headers, 'x-tif-ext') } : undefined
}

/** Checks calls of one paasid: window of 90 s, nonces used once, either form of the signature in either hex case. */
export const createTifGuard = (paasid: string, token: string) => {
  const seen = new Map<string, number>()

  const replayed = (nonce: string, nowS: number): boolean => {
    for (const [old, at] of seen) if (nowS - at > 2 * WINDOW_S) seen.delete(old)
    if (seen.has(nonce)) return true
    seen.set(nonce, nowS)
    return false
  }

  return (headers: IncomingHttpHeaders, clock: Clock): TifRefusal | undefined => {
    const timestamp = header(headers, 'x-tif-timestamp')
    const nonce = header(headers, 'x-tif-nonce')
    const nowS = clock().getTime() / 1000
    if (header(headers, 'x-tif-paasid') !== paasid) return { code: '40101', message: '应用标识不存在' }
    if (!/^\d{10}$/.test(timestamp) || Math.abs(nowS - Number(timestamp)) > WINDOW_S)
      return { code: '40102', message: '请求时间戳超出允许范围' }
    const expected = tifSignature(timestamp, token, nonce, userOf(headers))
    if (header(headers, 'x-tif-signature').toLowerCase() !== expected) return { code: '40104', message: '签名校验失败' }
    // A nonce counts as used only after the signature held, or anybody could burn the nonces of others.
    return nonce === '' || replayed(nonce, nowS) ? { code: '40103', message: '请求随机数已使用' } : undefined
  }
}
