import { TongbanError } from '@tongban/schema'
import type { CertificateInput } from '../../../domains/certificates/port.ts'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import { sourceFailure } from '../../failures.ts'
import { distinctBy } from '../../reading/fields.ts'
import { callsOf } from './calls.ts'
import { licenceOf } from './licence.ts'
import type { GuangdongLicencesOptions } from './options.ts'
import { licenceProtocol } from './protocol.ts'
import { archive } from './replies.ts'

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
