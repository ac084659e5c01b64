import { ownCodes } from '@tongban/gateway'

/** `certStatus`, the construction ministry's table. */
export const statuses = ownCodes({
  system: 'sx-certificates',
  tableVersion: 'mohurd-cert-status/1',
  source: 'construction ministry, certificate status',
  codes: {
    '01': 'VALID',
    '02': 'SUSPENDED',
    '03': 'ANNULLED',
    '04': 'CANCELLED',
    '05': 'EXPIRED',
    '06': 'TRANSFERRED',
    '07': 'REVOKED',
  },
})

/** `verifyResult`: whether the platform vouches for a certificate as it was described. */
export const verifyResults = ownCodes({
  system: 'sx-certificates',
  tableVersion: 'verify-result/1',
  source: 'interface document of the certificate platform',
  codes: { '0': 'FAILED', '1': 'PASSED' },
})

/** `holderTypeCode` (GB/T 36903) of a document that identifies an applicant. */
const holderTypes = {
  RESIDENT_ID: '111',
  CREDIT_CODE: '001',
  PASSPORT: '414',
  TAIWAN_PERMIT: '511',
  HK_MACAO_PERMIT: '516',
  HK_MACAO_RESIDENCE: '551',
  TAIWAN_RESIDENCE: '552',
  OTHER: '999',
} as const
type DocumentType = keyof typeof holderTypes

const isDocumentType = (name: string): name is DocumentType => name in holderTypes

/** The code for a document; what the platform has no code for is another document. */
export const holderTypeOf = (documentType: string): string =>
  holderTypes[isDocumentType(documentType) ? documentType : 'OTHER']

/** The document a code stands for; codes of documents that name no applicant are other ones. */
export const documentTypeOf = (code: string | null): DocumentType =>
  Object.keys(holderTypes)
    .filter(isDocumentType)
    .find((name) => holderTypes[name] === code) ?? 'OTHER'

/** Holder types of organisations: 001 统一社会信用代码, 099 其他法人. */
export const isOrganisation = (holderType: string | null): boolean => holderType === '001' || holderType === '099'
