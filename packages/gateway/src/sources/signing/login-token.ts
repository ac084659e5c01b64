import { isTongbanError } from '@tongban/schema'
import { z } from 'zod'
import { sourceFailure } from '../failures.ts'
import { checkOptions } from '../options/option-mistake.ts'
import { httpAddress } from '../options/shapes.ts'
import { type Envelope, openEnvelope } from '../protocols/envelope.ts'
import { envelopeShape } from '../protocols/envelope-shape.ts'
import { at } from '../protocols/path.ts'
import { credential } from './credential.ts'
import { fetchSecret } from './fetch-secret.ts'
import type { Signer } from './signer.ts'
import { placeToken, type TokenPlace } from './token-place.ts'

/** A login with an account that answers with a token (账号密码换取 access_token). */
export interface LoginTokenOptions {
  readonly url: string
  /** Sent as JSON, for example account, password, app_key, app_secret and org_code. */
  readonly body: Readonly<Record<string, unknown>>
  readonly envelope: Envelope
  /** Path of the token below the payload. @default 'access_token' */
  readonly token?: string
  /** Path of the seconds it holds, below the payload. @default none */
  readonly expiresIn?: string
  /** How long it holds when the answer does not say. */
  readonly validForMs: number
  /** @default 30_000 */
  readonly skewMs?: number
  readonly place: TokenPlace
}

const anything = z.unknown()
const shape = z.looseObject({ url: httpAddress, envelope: envelopeShape })

/** A login that is not a success is not let in, whatever the system calls that. */
function payloadOf(envelope: Envelope, answer: unknown): unknown {
  try {
    return openEnvelope(envelope, answer)
  } catch (error) {
    if (!isTongbanError(error) || error.code !== 'TB_SOURCE_REFUSED') throw error
    throw sourceFailure('TB_SOURCE_AUTH', error.params, { cause: error })
  }
}

function read({ envelope, token = 'access_token', expiresIn, validForMs }: LoginTokenOptions, answer: unknown) {
  const payload = payloadOf(envelope, answer)
  const secret = at(payload, token)
  if (typeof secret !== 'string' || secret === '')
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: `secret.${token}: no token` })
  const seconds = expiresIn === undefined ? Number.NaN : Number(at(payload, expiresIn))
  return { secret, validForMs: seconds > 0 ? seconds * 1_000 : validForMs }
}

/**
 * Logs in and sends the token that the login answers, as the published licence service of Guangdong wants it (`security/login`).
 *
 * @example
 * loginToken({
 *   url: `${base}/security/login`, body: { account, password, app_key, app_secret, org_code },
 *   envelope: { success: { path: 'ack_code', in: ['SUCCESS'] }, payload: 'data' }, validForMs: 1_800_000, place: { query: 'access_token' },
 * })
 */
export const loginToken = (options: LoginTokenOptions): Signer => {
  checkOptions('loginToken', shape, options)
  return credential({
    ...(options.skewMs === undefined ? {} : { skewMs: options.skewMs }),
    obtain: async (io) => {
      const request = {
        method: 'POST',
        url: options.url,
        headers: { accept: 'application/json', 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(options.body),
      } as const
      return read(options, await fetchSecret(io, request, anything))
    },
    apply: (request, token) => placeToken(request, options.place, token),
  })
}
