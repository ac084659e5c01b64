import { isRecord } from '../../protocols/path.ts'
import { receiving } from '../../testing/received.ts'
import { type Answer, json, startUpstream, type Upstream } from '../../testing/upstream.ts'

/** A licence at the service, under the code for its use. */
export interface Kept {
  readonly code: string
  readonly holder: string
  readonly row: Readonly<Record<string, unknown>>
}

/** A service, with what it was asked. */
export interface Service extends Upstream {
  readonly asked: readonly { readonly path: string; readonly body: unknown }[]
  readonly logins: () => number
  /** Tokens given out so far hold no longer. */
  endTokens(): void
  /** How licences are listed: each with its code, or the codes alone. */
  list(as: 'data' | 'auth_codes'): void
  /** What the next requests to a path are answered with; undefined: what is right. */
  misbehave(path: string, answer: Answer | undefined): void
}

const ack = (data: unknown, more: object = {}): Answer =>
  json({ ack_code: 'SUCCESS', errors: [], sign: null, correlation_id: 'c', response_id: 'r', data, ...more })

/** A failure of the service. */
export const failure = (code: string, message: string): Answer =>
  json({ ack_code: 'FAILURE', errors: [{ code, message }], data: null })

const password = 'PASSWORD-OF-A-TEST'
/** The account that is let in. */
export const account = { account: 'tongban', password, appKey: 'KEY', appSecret: 'SECRET', orgCode: '000000000' }

/** Starts a service. */
export async function startService(licences: readonly Kept[], pdf: Uint8Array): Promise<Service> {
  const asked: { path: string; body: unknown }[] = []
  const wrong = new Map<string, Answer>()
  let [logins, valid, listed]: [number, number, string] = [0, 0, 'data']

  const login = (body: unknown): Answer => {
    if (!isRecord(body) || body.password !== password || body.app_secret !== account.appSecret)
      return failure('LOGIN-1', '账号或密码错误')
    logins += 1
    valid = logins
    return ack(undefined, { access_token: `token-${logins}` })
  }
  const search = (body: unknown): Answer => {
    const { identity_number, page_size, page_index } = isRecord(body) ? body : {}
    const [size, page] = [Number(page_size), Number(page_index)]
    const found = licences.filter(({ holder }) => holder === identity_number).slice((page - 1) * size, page * size)
    if (listed === 'data') return ack(found.map(({ code, row }) => ({ auth_code: code, name: row.name })))
    return ack(null, { auth_codes: found.map(({ code }) => code) })
  }
  const answer = (path: string, code: string | null, body: unknown): Answer => {
    const found = licences.find((one) => one.code === code)
    if (path === '/license/auth') return search(body)
    if (path === '/license/get_license') return ack(found?.row ?? null)
    if (path === '/license/archive')
      return ack(found ? { file_name: 'x', file_data: Buffer.from(pdf).toString('base64') } : null)
    return failure('PATH-1', '接口不存在')
  }
  const upstream = await startUpstream(
    receiving((request) => {
      const { pathname: path, searchParams } = new URL(request.url, 'http://localhost')
      const body: unknown = request.body.length === 0 ? undefined : JSON.parse(request.body.toString())
      asked.push({ path, body })
      const misbehaving = wrong.get(path)
      if (misbehaving) return misbehaving
      if (path === '/security/login') return login(body)
      if (searchParams.get('access_token') !== `token-${valid}`) return failure('AUTH-7', 'access_token 无效')
      return answer(path, searchParams.get('auth_code'), body)
    }),
  )
  return Object.assign(upstream, {
    asked,
    logins: () => logins,
    endTokens: () => {
      valid = -1
    },
    list: (as: 'data' | 'auth_codes') => {
      listed = as
    },
    misbehave: (path: string, as: Answer | undefined) => (as ? void wrong.set(path, as) : void wrong.delete(path)),
  })
}
