import { certificateCheckCharacter, certificateRoot } from '@tongban/schema'
import { isRecord } from '../../protocols/path.ts'
import { sm2Encrypt } from '../../signing/sm2.ts'
import { receiving } from '../../testing/received.ts'
import { type Answer, json, startUpstream, type Upstream } from '../../testing/upstream.ts'

/** An identifier whose check character is right unless another one is given. */
export function identifierOf(typeCode: string, serial: string, check?: string): string {
  const parts = { typeCode, issuer: '11370800MB28559184', serial, version: '001' }
  const { issuer, version } = parts
  return [certificateRoot, typeCode, issuer, serial, version, check ?? certificateCheckCharacter(parts)].join('.')
}

/** A certificate as a platform keeps it: what it writes, and what its head says of it. */
export interface Kept {
  readonly identifier: string
  readonly type: string
  readonly holder: string
  /** As `certData`. */
  readonly data: unknown
  /** @default 0 */
  readonly head?: number
  /** `result` of a verification that fits. @default '0' */
  readonly result?: string
}

/** How a platform answers. */
export interface Habits {
  readonly certificates: readonly Kept[]
  readonly files?: Readonly<Record<string, Uint8Array>>
  /** Encrypts data for this key. */
  readonly publicKey?: string
  /** Whether a search by holder tells identifiers only. */
  readonly tellsIdentifiersOnly?: boolean
}

/** The token that is accepted. */
export const accessToken = 'TOKEN-OF-A-TEST'

/** A platform, with the bodies it was sent. */
export interface Platform extends Upstream {
  readonly asked: readonly { readonly path: string; readonly data: Readonly<Record<string, unknown>> }[]
  /** What the next requests to a path are answered with; undefined: what is right. */
  misbehave(path: string, answer: Answer | undefined): void
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const head = (status: number | string, message = '数据获取成功') => ({ status, message })
const none = { head: head('10', '未找到匹配的证照信息'), data: {} }

/** Operations of a city platform of the family. */
function operations({ certificates, files = {}, publicKey, tellsIdentifiersOnly = false }: Habits) {
  const sealed = (value: unknown) => (publicKey ? sm2Encrypt(JSON.stringify(value), publicKey) : value)
  const kept = (identifier: unknown) => certificates.find((one) => one.identifier === identifier)

  return {
    '/queryCertInfoByHolderCode': ({ holderCode, certTypeCode }: Readonly<Record<string, unknown>>) => {
      if (certTypeCode === '11100000000013127D999') return { head: head(100, '无访问该证的权限'), data: {} }
      if (textOf(certTypeCode).length !== 21) return { head: head(113, '证照类型代码有误'), data: {} }
      const found = certificates.filter(
        ({ holder, type, head: withheld }) => holder === holderCode && type === certTypeCode && !withheld,
      )
      if (found.length === 0) return none
      const told = found.map(({ identifier, data }) => (tellsIdentifiersOnly ? { cert_identifier: identifier } : data))
      return { head: head(0), data: { certData: sealed(told) } }
    },
    '/queryCertInfo': ({ certIdentifier }: Readonly<Record<string, unknown>>) => {
      const found = kept(certIdentifier)
      if (!found) return none
      if (found.head) return { head: head(found.head, '该电子证照已废止或已注销'), data: {} }
      return { head: head('0'), data: { certData: sealed(found.data) } }
    },
    '/verifyCertInfo': ({ certData, certTypeCode }: Readonly<Record<string, unknown>>) => {
      const { certNo } = isRecord(certData) ? certData : {}
      const found = certificates.find(({ type, data }) => {
        const { ZZBH } = isRecord(data) ? data : {}
        return type === certTypeCode && ZZBH === certNo
      })
      return { head: head(0), data: sealed({ result: found ? (found.result ?? '0') : '5', message: '' }) }
    },
    '/downloadFile': ({ certificateIdentifier, fileType }: Readonly<Record<string, unknown>>) => {
      const content = kept(certificateIdentifier) && files[textOf(fileType)]
      if (!content) return none
      const data = { contentType: 'base64', content: Buffer.from(content).toString('base64') }
      return { head: head(0), data }
    },
    '/verifyFile': () => ({ head: head(2, '证照源未提供此服务接口'), data: {} }),
    '/getCertRemarkInfo': () => ({ head: head(0), data: { certData: { holder: '持证主体【必填项】' } } }),
  } as const
}

/** Starts a platform. */
export async function startPlatform(habits: Habits): Promise<Platform> {
  const asked: { path: string; data: Readonly<Record<string, unknown>> }[] = []
  const wrong = new Map<string, Answer>()
  const known: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => object>> = operations(habits)
  const upstream = await startUpstream(
    receiving(({ url, body }) => {
      const sent: unknown = JSON.parse(body.toString())
      const [who, data] = isRecord(sent) ? [sent.head, sent.data] : []
      asked.push({ path: url, data: isRecord(data) ? data : {} })
      const misbehaving = wrong.get(url)
      if (misbehaving) return misbehaving
      if (!isRecord(who) || who.accessToken !== accessToken) return json({ head: head(11, '身份验证不通过'), data: {} })
      return json(known[url]?.(isRecord(data) ? data : {}) ?? { head: head(99, '其他异常') })
    }),
  )
  return Object.assign(upstream, {
    asked,
    misbehave: (path: string, answer: Answer | undefined) =>
      answer ? void wrong.set(path, answer) : void wrong.delete(path),
  })
}
