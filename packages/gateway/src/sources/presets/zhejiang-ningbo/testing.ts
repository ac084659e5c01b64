import iconv from 'iconv-lite'
import { readXml } from '../../protocols/xml/read.ts'
import { receiving } from '../../testing/received.ts'
import { type Answer, body, startUpstream, type Upstream } from '../../testing/upstream.ts'

/** A document in a parameter, as the platform understands it. */
const documentIn = (parameters: Parameters, name: string): unknown => readXml(parameters[name] ?? '')

/** Parameters of a form. */
export type Parameters = Readonly<Record<string, string>>

/** Reads the bytes as ISO-8859-1 and puts the text right afterwards, as the published adapter does. */
const received = (encoded: string): string => {
  const asLatin1 = encoded
    .replaceAll('+', ' ')
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(asLatin1, 'latin1').toString('utf-8')
}

const parametersOf = (form: Buffer): Parameters =>
  Object.fromEntries(
    form
      .toString('latin1')
      .split('&')
      .map((pair) => pair.split('='))
      .map(([name = '', value = '']) => [received(name), received(value)]),
  )

/** GB18030, and a content type that says nothing of it. */
export const gb = (answer: unknown): Answer => body(iconv.encode(JSON.stringify(answer), 'gb18030'), 'text/html')

/** A platform that keeps what it is sent. */
export interface Platform extends Upstream {
  /** Forms by path, in order. */
  readonly forms: readonly { readonly path: string; readonly parameters: Parameters }[]
  /** What the next requests to a path are answered with, instead of what is right. */
  misbehave(path: string, answer: Answer | undefined): void
}

const text = (value: unknown, ...path: string[]): string => {
  const found = path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  )
  return typeof found === 'string' ? found : ''
}

interface Kept {
  readonly row: Readonly<Record<string, unknown>>
  readonly password: string
}

const start = { accept: [], handler: [], over: [], DATAVERSION: '1' }

/** Numbers, registrations and queries of the acceptance platform, and ratings. */
export async function startPlatform(apiKey: string): Promise<Platform> {
  const cases = new Map<string, Kept>()
  const ratings: Parameters[] = []
  const forms: { path: string; parameters: Parameters }[] = []
  const wrong = new Map<string, Answer>()
  const ok = (data: unknown = null) => gb({ result: '0', resultmsg: '成功䶮', data })

  const register = (parameters: Parameters): Answer => {
    const base = documentIn(parameters, 'baseInfoXml')
    const number = text(base, 'BASEINFO', 'PROJID')
    if (text(base, 'BASEINFO', 'SERVICECODE') === 'UNKNOWN') return gb({ result: 9, resultmsg: '事项不存在' })
    const row = {
      ...start,
      PROJID: number,
      OutSystemID: text(base, 'BASEINFO', 'OutSystemID'),
      RECEIVETIME: text(base, 'BASEINFO', 'RECEIVETIME'),
    }
    cases.set(number, { row, password: text(base, 'BASEINFO', 'PROJPWD') })
    return ok()
  }
  const query = ({ PROJID, PROJPWD, OutSystemID }: Parameters): Answer => {
    const found = [...cases.values()].filter(({ row, password }) =>
      PROJID === undefined ? row.OutSystemID === OutSystemID : row.PROJID === PROJID && password === PROJPWD,
    )
    return ok(found.map(({ row }) => row))
  }
  const paths: Readonly<Record<string, (parameters: Parameters) => Answer>> = {
    '/UAP/projid/get': () => ok({ PROJID: `330201${String(cases.size + 1).padStart(15, '0')}` }),
    '/BJHC/UAP/Receive': register,
    '/cases': query,
    '/offlinereport.do': (parameters) => {
      ratings.push(parameters)
      return ok()
    },
    '/ratings': ({ projectNo = '' }) => {
      const asked = projectNo.split(',')
      return ok(ratings.filter((one) => asked.includes(one.projectNo ?? '')))
    },
  }
  const upstream = await startUpstream(
    receiving(({ url, body: form }) => {
      const parameters = parametersOf(form)
      forms.push({ path: url, parameters })
      const misbehaving = wrong.get(url)
      if (misbehaving) return misbehaving
      const needsKey = !['/offlinereport.do', '/ratings'].includes(url)
      if (needsKey && parameters.ApiKey !== apiKey) return gb({ result: '401', resultmsg: 'ApiKey 无效' })
      return paths[url]?.(parameters) ?? body('not found', 'text/plain', 404)
    }),
  )
  return Object.assign(upstream, {
    forms,
    misbehave: (path: string, answer: Answer | undefined) =>
      answer ? void wrong.set(path, answer) : void wrong.delete(path),
  })
}
