import { connectSources } from '../../sources/connect.ts'
import type { Protocol } from '../../sources/source.ts'
import { silentLog } from '../../store/testing.ts'
import { defineSource, type Ports } from '../ports.ts'
import type { CertificateInput } from './port.ts'

/** One call a platform received. */
interface PlatformCall {
  readonly method: 'byHolder' | 'byIdentifiers' | 'verify' | 'file'
  readonly query: Readonly<Record<string, unknown>>
}

/** A certificate platform inside a test. */
export interface TestPlatform {
  readonly calls: PlatformCall[]
  /** What it holds; a test may put anything here, as a faulty platform would. */
  certificates: CertificateInput[]
  /** Makes every call fail with this until it is taken away. */
  failure: Error | undefined
  /** Runs while a call is under way. */
  during: () => Promise<unknown>
}

const noProtocol: Protocol = { kind: 'none', send: () => Promise.reject(new Error('this platform makes no calls')) }

/** @param coverage - by identifier of a platform, the leading characters of the types it is authoritative for */
export function testPlatforms(coverage: Readonly<Record<string, readonly string[]>>, now: () => Date) {
  const platforms = new Map<string, TestPlatform>()
  const sources = Object.entries(coverage).map(([id, certificateTypes]) => {
    const platform: TestPlatform = { calls: [], certificates: [], failure: undefined, during: async () => undefined }
    platforms.set(id, platform)
    return defineSource({
      id,
      title: `${id} 平台`,
      covers: { certificateTypes },
      protocol: noProtocol,
      certificates: portOf(platform),
    })
  })
  const deps = { log: silentLog, metrics: { sourceCall() {} }, now }
  const { directory, health } = connectSources<Ports>(sources, deps)
  const platform = (id: string): TestPlatform => {
    const found = platforms.get(id)
    if (!found) throw new RangeError(`no platform ${id}`)
    return found
  }
  return { directory, health, platform }
}

function portOf(platform: TestPlatform) {
  const called = async (method: PlatformCall['method'], query: object): Promise<void> => {
    platform.calls.push({ method, query: { ...query } })
    if (platform.failure) throw platform.failure
    await platform.during()
  }
  const among = (identifiers: readonly string[]) =>
    platform.certificates.filter(({ identifier }) => identifiers.includes(identifier))
  return {
    async byHolder(query: { documentNumber: string; types: readonly string[] }) {
      await called('byHolder', query)
      return platform.certificates.filter(({ holderNumber }) => holderNumber === query.documentNumber)
    },
    async byIdentifiers(query: { identifiers: readonly string[] }) {
      await called('byIdentifiers', query)
      return among(query.identifiers)
    },
    async verify(query: { identifiers: readonly string[] }) {
      await called('verify', query)
      return among(query.identifiers).map(({ identifier, status }) => ({
        identifier,
        status: status === 'VALID' ? ('GENUINE' as const) : ('NOT_IN_FORCE' as const),
        certificateStatus: status,
        signedBy: '市公安局',
      }))
    },
    async file(query: { identifier: string; format: string }) {
      await called('file', query)
      return { mediaType: 'text/html', content: new TextEncoder().encode(`${query.identifier} ${query.format}`) }
    },
  }
}

/** Types of the national platform and of the city's. */
export const identityType = '11100000000013127D001'
export const propertyType = '11100000MB03271699001'
export const licenceType = '11100000MB0143028R001'

/** A resident ID card in its platform. */
export const identityCard: CertificateInput = {
  identifier: '1.2.156.3005.2.11100000000013127D001.11370800MB28559184.000000001.001.G',
  typeCode: identityType,
  name: '中华人民共和国居民身份证',
  number: '11010519491231002X',
  holderKind: 'PERSON',
  holderName: '欧阳小三',
  holderNumber: '11010519491231002X',
  holders: [{ documentType: 'RESIDENT_ID', documentNumber: '11010519491231002X' }],
  issuerName: '市公安局',
  issuerCode: '11370800MB28559184',
  issuedOn: '2020-01-02',
  openEnded: true,
  status: 'VALID',
  face: [
    { name: '姓名', value: '欧阳小三' },
    { name: '公民身份号码', value: '11010519491231002X' },
    { name: '签发机关', value: '市公安局' },
  ],
}

/** A property certificate of the same person. */
export const propertyCertificate: CertificateInput = {
  ...identityCard,
  identifier: '1.2.156.3005.2.11100000MB03271699001.11370800MB28559184.2024000001.001.R',
  typeCode: propertyType,
  name: '不动产权证书',
  number: '鲁(2024)济宁市不动产权第0000001号',
  face: [{ name: '坐落', value: '山东省济宁市任城区某某路 1 号' }],
}
