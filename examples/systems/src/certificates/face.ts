import smCrypto from 'sm-crypto'
import type { TreeRecord } from '../shared/tree.ts'
import { type Certificate, type FaceField, statusNames } from './certificate.ts'
import { spellDate } from './spelling.ts'

const field = (name: string, columnName: string, value: string): FaceField => ({ name, columnName, value })

const common = (certificate: Certificate): FaceField[] => [
  field('证照名称', 'ZZMC', certificate.type.name),
  field('证照编号', 'ZZBH', certificate.number),
  field('证照标识', 'ZZBS', certificate.identifier),
  field('证照颁发机构', 'ZZBFJG', certificate.issuer.name),
  field('证照颁发日期', 'ZZBFRQ', spellDate(certificate.issuedOn, `face ${certificate.identifier}`)),
]

const holders = ({ holders: all }: Certificate): FaceField[] =>
  all.flatMap(({ name, code }) => [field('持证主体', 'CZZT', name), field('持证主体代码', 'CZZTDM', code)])

/** The groups of face data in the form of the sharing platform. */
export const faceGroups = (certificate: Certificate): TreeRecord[][] =>
  [common(certificate), holders(certificate), certificate.details]
    .filter((group) => group.length > 0)
    .map((group) => group.map((each, index) => ({ ...each, valueType: 'string', orderNum: index + 1 })))

/** SM2 public key as hex: uncompressed point. */
export const isSm2PublicKey = (hex: string): boolean => /^04[0-9a-f]{128}$/i.test(hex)

/** Hex ciphertext C1C3C2 with the leading 04 of C1, which the JavaScript library leaves out. */
const encryptFace = (groups: readonly TreeRecord[][], publicKey: string): string =>
  `04${smCrypto.sm2.doEncrypt(JSON.stringify(groups), publicKey, 1)}`

/** A certificate as the query operations tell it. */
export const certificateRow = (certificate: Certificate, sm2PublicKey: string): TreeRecord => {
  const groups = faceGroups(certificate)
  const { type, issuer, status, identifier } = certificate
  return {
    certName: type.name,
    certTypeCode: type.code,
    certNumber: certificate.number,
    certificateIdentifier: identifier,
    issueOrg: issuer.name,
    issueOrgCode: issuer.code,
    issueDate: spellDate(certificate.issuedOn, `issue ${identifier}`),
    holderName: certificate.holders.map(({ name }) => name).join('^'),
    holderCode: certificate.holders.map(({ code }) => code).join('^'),
    holderTypeCode: certificate.holders[0].type,
    validFrom: spellDate(certificate.issuedOn, `from ${identifier}`),
    validTo: spellDate(certificate.validTo, `to ${identifier}`),
    certStatus: status,
    certStatusName: statusNames[status],
    areaCode: issuer.division,
    certData: sm2PublicKey ? encryptFace(groups, sm2PublicKey) : groups,
  }
}
