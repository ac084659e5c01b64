import { createHash } from 'node:crypto'
import { nonceAt } from './canonical.ts'
import { checkNeeded } from './check.ts'
import { type ClockSigner, withHeaders } from './signer.ts'

/** On whose behalf a gateway forwards a call to a back end. */
export interface TifUser {
  readonly uid: string
  readonly uinfo: string
  readonly ext: string
}

/** What is signed. `timestamp` is in seconds. */
export interface TifParts {
  readonly timestamp: string
  readonly token: string
  readonly nonce: string
  readonly user?: TifUser
}

/** Credentials and habits of one deployment. */
export interface TifOptions {
  readonly paasid: string
  readonly token: string
  readonly user?: TifUser
  readonly serviceId?: string
  /** Some deployments compare upper-case digests. @default 'lower' */
  readonly hexCase?: 'lower' | 'upper'
  /** Test environments call the same headers `x-rio-*`. @default 'x-tif' */
  readonly prefix?: string
}

/**
 * SHA-256 hex of `timestamp + token + nonce + timestamp`; with a user
 * `timestamp + token + nonce + "," + uid + "," + uinfo + "," + ext + timestamp`.
 */
export function tifSignature({ timestamp, token, nonce, user }: TifParts): string {
  const whose = user && user.uid !== '' ? `,${user.uid},${user.uinfo},${user.ext}` : ''
  return createHash('sha256').update(`${timestamp}${token}${nonce}${whose}${timestamp}`, 'utf8').digest('hex')
}

/** Signs requests for a TIF gateway (Tencent family: 粤政易, health insurance, provincial item libraries). */
export function tif(options: TifOptions): ClockSigner {
  checkNeeded('tif', options, { paasid: 'the paasid', token: 'the token' })
  const { paasid, token, user, serviceId, hexCase = 'lower', prefix = 'x-tif' } = options
  return (request, { now }) => {
    const at = now()
    const parts = { timestamp: String(Math.floor(at.getTime() / 1_000)), nonce: nonceAt(at) }
    const signature = tifSignature({ ...parts, token, ...(user ? { user } : {}) })
    return withHeaders(request, {
      [`${prefix}-paasid`]: paasid,
      [`${prefix}-timestamp`]: parts.timestamp,
      [`${prefix}-nonce`]: parts.nonce,
      [`${prefix}-signature`]: hexCase === 'upper' ? signature.toUpperCase() : signature,
      ...(serviceId ? { [`${prefix}-serviceid`]: serviceId } : {}),
      ...(user ? { [`${prefix}-uid`]: user.uid, [`${prefix}-uinfo`]: user.uinfo, [`${prefix}-ext`]: user.ext } : {}),
    })
  }
}
