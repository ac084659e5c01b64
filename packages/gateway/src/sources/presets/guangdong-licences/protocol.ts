import { sourceFailure } from '../../failures.ts'
import { type Envelope, openEnvelope } from '../../protocols/envelope.ts'
import { at, isRecord } from '../../protocols/path.ts'
import { address, type Query } from '../../protocols/web/address.ts'
import { openAnswer } from '../../protocols/web/answer.ts'
import { loginToken } from '../../signing/login-token.ts'
import { signedExchange } from '../../signing/signed-exchange.ts'
import type { AttemptIo, HttpRequest, Protocol, UpstreamRequest } from '../../source.ts'

/** Who we are at the service (登录). */
export interface LicenceAccount {
  readonly account: string
  readonly password: string
  readonly appKey: string
  readonly appSecret: string
  readonly orgCode?: string
}

/** How the service is reached. */
export interface LicenceService {
  /** Address without a trailing slash, ending in `/license-app/v1`. */
  readonly url: string
  readonly account: LicenceAccount
  /** How long a token holds. The login does not say. @default 1_800_000 */
  readonly tokenLastsMs?: number
  /** Codes in `errors` that mean that the token does not hold. Which ones the service uses is not published. @default none */
  readonly tokenErrors?: readonly string[]
}

/** One request: POST with a body, else GET. */
export interface LicenceRequest extends UpstreamRequest {
  readonly path: string
  readonly query?: Query
  readonly body?: unknown
}

const accepted = { path: 'ack_code', in: ['SUCCESS'] } as const

/** A failure is an answer at first: only its `errors` say of what kind it is. */
const either: Envelope = { success: { ...accepted, in: ['SUCCESS', 'FAILURE'] } }

/** Fields in which services of this family write what is wrong. */
const told = ['code', 'error_code', 'message', 'error_message'] as const

const errorsOf = (answer: unknown): readonly string[] => {
  const errors = at(answer, 'errors')
  return (Array.isArray(errors) ? errors : []).flatMap((error: unknown) => {
    if (typeof error === 'string') return [error]
    return isRecord(error) ? told.flatMap((name) => (typeof error[name] === 'string' ? [error[name]] : [])) : []
  })
}

/** Words that no other failure has. */
const aboutToken = /access_?token|令牌|登录(?:已)?(?:超时|失效|过期)|未登录/i

/** @throws TongbanError `TB_SOURCE_AUTH` for tokens that do not hold, else `TB_SOURCE_REFUSED`, with the code but not the message */
function payloadOf(answer: unknown, tokenErrors: readonly string[]): unknown {
  if (at(answer, 'ack_code') === 'SUCCESS') return answer
  const errors = errorsOf(answer)
  if (errors.some((error) => tokenErrors.includes(error) || aboutToken.test(error)))
    throw sourceFailure('TB_SOURCE_AUTH', { detail: 'FAILURE: the token does not hold' })
  const [code] = errors.filter((error) => /^[A-Za-z0-9_.-]{1,40}$/.test(error) && !/\d{7}/.test(error))
  return openEnvelope({ success: accepted, message: 'code' }, { ack_code: 'FAILURE', code })
}

const draft = (base: string, { path, query, body }: LicenceRequest): HttpRequest => ({
  method: body === undefined ? 'GET' : 'POST',
  url: address(base, path, query),
  headers: {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})

/** Logs in once for however many callers, and anew when the service does not take the token any more. */
export function licenceProtocol(service: LicenceService): Protocol<LicenceRequest> {
  const { url, account, tokenLastsMs = 1_800_000, tokenErrors = [] } = service
  const { appKey: app_key, appSecret: app_secret, orgCode: org_code, ...named } = account
  const login = loginToken({
    url: `${url}/security/login`,
    body: { ...named, app_key, app_secret, org_code },
    envelope: { success: accepted },
    validForMs: tokenLastsMs,
    place: { query: 'access_token' },
  })
  const { exchange, renew } = signedExchange(login)
  return {
    kind: 'rest',
    renew,
    send: (request: LicenceRequest, io: AttemptIo) =>
      exchange(draft(url, request), io, (response) =>
        payloadOf(openAnswer(response, { format: 'json', charset: 'utf-8', envelope: either }), tokenErrors),
      ),
  }
}
