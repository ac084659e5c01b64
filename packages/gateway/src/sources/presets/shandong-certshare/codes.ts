import { encodeName, type IdentityDocumentName } from '@tongban/schema'
import type { Envelope } from '../../protocols/envelope.ts'
import { knownCodes, ownCodes } from '../../reading/code-table.ts'

const published = {
  '0': 'OK',
  '10': 'NOT_FOUND',
  '11': 'UNAUTHENTICATED',
  '12': 'PARAMETER_MISSING',
  '99': 'FAULT',
  '100': 'FORBIDDEN',
  '103': 'HOLDER_TYPE_WRONG',
  '113': 'CERTIFICATE_TYPE_WRONG',
} as const

const city = {
  ...published,
  '2': 'NOT_OFFERED',
  '13': 'TYPE_NOT_PUBLISHED',
  '21': 'CANCELLED',
  '22': 'EXPIRED',
  '23': 'RESTRICTED',
  '101': 'MISCONFIGURED',
  '102': 'VALUE_WRONG',
} as const
type Meaning = (typeof city)[keyof typeof city]

/** `head.status`: the documented table, and what city platforms of the family answer beyond it. */
const statusCodes: Readonly<Record<'documented' | 'city', Readonly<Record<string, Meaning>>>> = {
  documented: published,
  city,
}
/** Which table of `head.status` a platform answers by. */
export type StatusVersion = keyof typeof statusCodes

/** Names of `head.status` in a version. */
export const headStatuses = (tableVersion: StatusVersion) =>
  ownCodes({ system: 'certshare', tableVersion, source: 'CertShare interface', codes: statusCodes[tableVersion] })

/** What a platform says of certificates that it knows and does not hand out, because they are not in force. */
const withheld: readonly Meaning[] = ['CANCELLED', 'EXPIRED', 'RESTRICTED']

/** Success and failure by `head.status`; certificates that are withheld are none. */
export function envelopeOf(version: StatusVersion): Envelope {
  const codes = Object.entries(statusCodes[version])
  const meaning = (...names: readonly Meaning[]) =>
    codes.flatMap(([code, name]) => (names.includes(name) ? [code] : []))
  return {
    success: { path: 'head.status', in: meaning('OK') },
    payload: 'data',
    message: 'head.message',
    none: meaning('NOT_FOUND', ...withheld),
    auth: meaning('UNAUTHENTICATED'),
    unwell: meaning('FAULT'),
    codes: { '100': 'TB_CERTIFICATE_TYPE_FORBIDDEN' },
  }
}

/** The same for questions about the state: what is withheld is an answer, and the whole answer is the payload. */
export function stateEnvelopeOf(version: StatusVersion): Envelope {
  const { payload: _data, none = [], success, ...envelope } = envelopeOf(version)
  const names = headStatuses(version)
  const isNone = (code: string | number) => names.name(String(code)) === 'NOT_FOUND'
  return {
    ...envelope,
    success: { ...success, in: [...success.in, ...none.filter((code) => !isNone(code))] },
    none: none.filter(isNone),
  }
}

/** `result` of a verification, from the source of a city platform. */
export const verifyResults = ownCodes({
  system: 'certshare',
  tableVersion: 'verify-result/1',
  source: 'CertShare interface of a city, verifyCertInfo',
  codes: {
    '0': 'RIGHT',
    '1': 'RIGHT_NOT_ACTIVATED',
    '2': 'RIGHT_SUSPENDED',
    '3': 'RIGHT_ENDED',
    '4': 'TOO_LITTLE_SAID',
    '5': 'NOT_FOUND',
    '6': 'NOTHING_SAID',
    '7': 'PARTLY_WRONG',
  },
})

const holderTable = { system: 'certificate-holder', tableVersion: '1' } as const
const holderTypes = knownCodes('identityDocument', holderTable)

/** Documents with several codes: an ordinary passport (普通护照), another natural person. */
const chosen: Partial<Record<IdentityDocumentName, string>> = { PASSPORT: '414', OTHER: '999' }

const isDocument = (name: string): name is IdentityDocumentName =>
  chosen[name as IdentityDocumentName] !== undefined || // only asked whether there is such a key
  encodeName('identityDocument', name as IdentityDocumentName, holderTable) !== undefined // the same

/** `holderTypeCode` (GB/T 36903) of a document; what has no code is another natural person's. */
export const holderTypeOf = (document: string): string =>
  isDocument(document)
    ? (chosen[document] ?? encodeName('identityDocument', document, holderTable)?.code ?? '999')
    : '999'

/** The document a code stands for; military ones and unknown ones are others. */
export const documentOf = (holderType: string | null): IdentityDocumentName => holderTypes.name(holderType) ?? 'OTHER'

/** 001 统一社会信用代码, 099 其他法人. */
export const isOrganisation = (holderType: string | null): boolean => holderType === '001' || holderType === '099'

const catalogue = knownCodes('certificateStatus', { system: 'certificate-catalogue', tableVersion: '1' })
const construction = knownCodes('certificateStatus', { system: 'construction-ministry', tableVersion: '1' })

/** Which table the state of a certificate is written in: the construction ministry has its own, all others the catalogue's. */
export const statusesOf = (typeCode: string) => (typeCode.startsWith('11100000000013338W') ? construction : catalogue)

/** Names of certificates whose face data do not tell it (证照类型代码). */
const names: Readonly<Record<string, string>> = {
  '11100000MB0143028R001': '营业执照',
  '11100000000013127D001': '居民身份证',
  '11100000MB03271699001': '不动产权证书',
  '11100000MB03271699022': '不动产登记证明',
}

/** The name of a type; the code itself when it is not known. */
export const typeName = (typeCode: string): string => names[typeCode] ?? typeCode
