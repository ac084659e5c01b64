import { type CodeTable, noEquivalent } from '../code-table.ts'

/** Kind of identity document. Military and diplomatic kinds have no name of ours and keep their raw code only. */
export type IdentityDocumentName =
  | 'RESIDENT_ID'
  | 'CREDIT_CODE'
  | 'PASSPORT'
  | 'HK_MACAO_PERMIT'
  | 'TAIWAN_PERMIT'
  | 'HK_MACAO_RESIDENCE'
  | 'TAIWAN_RESIDENCE'
  | 'OTHER'

/** Certificate platforms and item systems number the same documents differently. */
export const identityDocuments: readonly CodeTable<IdentityDocumentName>[] = [
  {
    system: 'certificate-holder',
    tableVersion: '1',
    source: '持证主体代码类型 of the national certificate family (GB/T 36903)',
    codes: {
      '001': 'CREDIT_CODE',
      '099': 'OTHER',
      '111': 'RESIDENT_ID',
      '114': noEquivalent('军官证'),
      '115': noEquivalent('武警警官证'),
      '118': noEquivalent('士兵证'),
      '119': noEquivalent('武警士兵证'),
      '120': noEquivalent('军队文职'),
      '122': noEquivalent('武警文职'),
      '411': 'PASSPORT',
      '412': 'PASSPORT',
      '413': 'PASSPORT',
      '414': 'PASSPORT',
      '511': 'TAIWAN_PERMIT',
      '516': 'HK_MACAO_PERMIT',
      '551': 'HK_MACAO_RESIDENCE',
      '552': 'TAIWAN_RESIDENCE',
      '999': 'OTHER',
    },
  },
  {
    system: 'item-dictionary',
    tableVersion: '1',
    source: 'ID types of a provincial item dictionary',
    codes: {
      '31': 'RESIDENT_ID',
      '32': noEquivalent('军官证'),
      '33': 'PASSPORT',
      '35': 'HK_MACAO_PERMIT',
      '37': noEquivalent('港澳台居住证 (one code for three kinds of holders)'),
      '51': noEquivalent('营业执照 (a licence number, not always a credit code)'),
    },
  },
]

/** 证照状态 */
export type CertificateStatusName =
  | 'VALID'
  | 'SUSPENDED'
  | 'ANNULLED'
  | 'CANCELLED'
  | 'REVOKED'
  | 'EXPIRED'
  | 'TRANSFERRED'
  | 'UNKNOWN'

export const certificateStatuses: readonly CodeTable<CertificateStatusName>[] = [
  {
    system: 'certificate-catalogue',
    tableVersion: '1',
    source: 'real-estate certificate exchange model',
    codes: { '1': 'VALID', '2': 'CANCELLED' },
  },
  {
    system: 'construction-ministry',
    tableVersion: '1',
    source: 'C0293-2024 family, certificate status',
    codes: {
      '01': 'VALID',
      '02': 'SUSPENDED',
      '03': 'ANNULLED',
      '04': 'CANCELLED',
      '05': 'EXPIRED',
      '06': 'TRANSFERRED',
      '07': 'REVOKED',
      '99': 'UNKNOWN',
    },
  },
]
