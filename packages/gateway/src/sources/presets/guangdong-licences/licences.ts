import { TongbanError } from '@tongban/schema'
import { LRUCache } from 'lru-cache'
import type { CertificateInput } from '../../../domains/certificates/port.ts'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import { sourceFailure } from '../../failures.ts'
import { distinctBy } from '../../reading/fields.ts'
import type { Call, Coverage, SourceLimits } from '../../source.ts'
import { type LicenceRow, type LicenceTypes, licenceOf } from './licence.ts'
import { type LicenceRequest, type LicenceService, licenceProtocol } from './protocol.ts'
import { archive, authCodes, oneLicence } from './replies.ts'

/** For which item licences are used. */
export interface LicenceItem {
  readonly code: string
  readonly name: string
}

/** Who asks, by duty (依职能). The service wants a name and an identity number: those of whoever answers for the gateway. */
export interface LicenceOperator {
  readonly account: string
  readonly name: string
  readonly identityNumber: string
  readonly role: string
  readonly division: string
  readonly divisionCode?: string
  readonly organisation: string
}

/** The licence service of Guangdong. */
export interface GuangdongLicencesOptions extends LicenceService {
  /** @default 'guangdong-licences' */
  readonly id?: string
  readonly covers?: Coverage
  readonly operator: LicenceOperator
  /** The item of a call by its purpose: the service has no field for the purpose itself. */
  readonly itemFor: (purpose: string) => LicenceItem
  /** Types by the catalogue codes (目录编码) of the service. @default licences say their type themselves */
  readonly types?: LicenceTypes
  /** How long a code for the use of a licence (用证码) is kept, in memory only. The service does not say how long it holds. @default 600_000 */
  readonly codesLastMs?: number
  readonly limits?: Partial<SourceLimits>
}

const pageSize = 100
const mostCodes = 10_000

/** The calls of the service, and the codes that it gave for licences. */
function callsOf({ operator, itemFor, codesLastMs = 600_000 }: GuangdongLicencesOptions) {
  const codes = new LRUCache<string, string>({ max: mostCodes, ttl: codesLastMs })
  const asked = {
    account: operator.account,
    name: operator.name,
    identity_num: operator.identityNumber,
    role: operator.role,
    division: operator.division,
    division_code: operator.divisionCode,
    service_org: operator.organisation,
  }

  const licence = async (code: string, operation: string, call: Call<LicenceRequest>) => {
    const request = { operation, safe: true, path: '/license/get_license', query: { auth_code: code } }
    const row = await call({ ...request, reply: oneLicence })
    if (row) codes.set(row.license_code, code)
    return row
  }

  const codesOf = async (identity_number: string, purpose: string, page: number, call: Call<LicenceRequest>) => {
    const { code, name } = itemFor(purpose)
    const about = { identity_number, service_item_code: code, service_item_name: name, operator: asked }
    const body = { ...about, page_size: pageSize, page_index: page }
    const request = { operation: 'certificates.byHolder', safe: true, path: '/license/auth', body }
    return call({ ...request, reply: authCodes })
  }

  /** Pages of codes until one is short or says nothing new: services may not turn pages. */
  const allCodes = async (identityNumber: string, purpose: string, call: Call<LicenceRequest>) => {
    const found = new Set<string>()
    for (let page = 1; ; page++) {
      const before = found.size
      const some = await codesOf(identityNumber, purpose, page, call)
      for (const code of some) found.add(code)
      if (some.length < pageSize || found.size === before) return [...found]
    }
  }

  /** The licence under an identifier that a search by holder has told; null when no code for it is known (any more). */
  const known = async (
    identifier: string,
    operation: string,
    call: Call<LicenceRequest>,
  ): Promise<LicenceRow | null> => {
    const code = codes.get(identifier)
    const row = code === undefined ? null : await licence(code, operation, call)
    return row?.license_code === identifier ? row : null
  }
  return { codes, licence, allCodes, known }
}

type Verdict = 'GENUINE' | 'NOT_IN_FORCE' | 'UNKNOWN'
const verdicts: Readonly<Record<string, Verdict>> = { VALID: 'GENUINE', CANCELLED: 'NOT_IN_FORCE' }

const isPdf = (content: Uint8Array): boolean => Buffer.from(content.subarray(0, 5)).toString('latin1') === '%PDF-'

/**
 * The licence service of Guangdong (电子证照), in the style of DB44/T 2167.2 and .3-2019, as published with clients of it:
 * `security/login`, `license/auth` by duty, `license/get_license` and `license/archive`. A licence can be read only with a code for
 * its use (用证码), which a search by holder gives; codes are kept in memory for a while, and what was not found by holder in this
 * process before is not found by identifier, nor verified (`UNKNOWN`). Files are archived ones: PDF, whatever format is asked for.
 *
 * Not known: the error codes of the service, how long tokens and codes hold, the spelling of the state of abolished licences
 * (taken for `ABOLISHED`), the meaning of the trust levels A to D, which are shown on the face. Licences whose type has no code of
 * 21 characters, neither of its own nor in `types`, are left out. `license/holder`, where a citizen is logged in, needs the
 * citizen's own token, which the gateway does not have.
 *
 * @example
 * guangdongLicences({
 *   url: 'https://zz.example.cn/license-app/v1', account: { account, password, appKey, appSecret, orgCode }, operator,
 *   itemFor: () => ({ code: '…', name: '不动产登记资料查询' }),
 * })
 */
export const guangdongLicences = (options: GuangdongLicencesOptions) => {
  const { id = 'guangdong-licences', covers = {}, types: typeCodes = {}, limits } = options
  const { codes, licence, allCodes, known } = callsOf(options)
  return defineSource({
    id,
    title: '广东省电子证照系统',
    covers,
    ...(limits ? { limits } : {}),
    protocol: licenceProtocol(options),
    certificates: {
      async byHolder({ documentNumber, types, purpose }, call) {
        const operation = 'certificates.byHolder'
        const some = await allCodes(documentNumber, purpose, call)
        const found = await inBatches(some, { size: 1 }, async ([code = '']): Promise<CertificateInput[]> => {
          const row = await licence(code, operation, call)
          const read = row && licenceOf(row, typeCodes)
          return read ? [read] : []
        })
        return distinctBy(found, ({ identifier }) => identifier).filter(({ typeCode }) => types.includes(typeCode))
      },
      byIdentifiers: ({ identifiers }, call) =>
        inBatches(identifiers, { size: 1 }, async ([one = '']): Promise<CertificateInput[]> => {
          const row = await known(one, 'certificates.byIdentifiers', call)
          const read = row && licenceOf(row, typeCodes)
          return read ? [read] : []
        }),
      verify: ({ identifiers }, call) =>
        inBatches(identifiers, { size: 1 }, async ([identifier = '']) => {
          const row = await known(identifier, 'certificates.verify', call)
          const certificateStatus = (row && licenceOf(row, typeCodes)?.status) ?? 'UNKNOWN'
          const status = verdicts[certificateStatus] ?? 'UNKNOWN'
          return [{ identifier, status, certificateStatus, signedBy: row?.s_sign_cert ?? null }]
        }),
      async file({ identifier }, call) {
        const query = { auth_code: codes.get(identifier) }
        if (query.auth_code === undefined) throw new TongbanError('TB_CERTIFICATE_NOT_FOUND')
        const request = { operation: 'certificates.file', safe: true, path: '/license/archive', query, reply: archive }
        const content = await call(request)
        if (content === null) throw new TongbanError('TB_CERTIFICATE_NOT_FOUND')
        if (!isPdf(content)) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'data.file_data: expected a PDF file' })
        return { mediaType: 'application/pdf', content }
      },
    },
  })
}
