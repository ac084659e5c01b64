import type { HolderType } from '../city/applicants.ts'
import type { CertificateType } from '../city/certificate-types.ts'
import { certificateCheck } from '../city/check-digits.ts'

/** Table `mohurd-cert-status/1`. */
export const statusNames = {
  '01': '有效',
  '02': '暂扣',
  '03': '撤销',
  '04': '注销',
  '05': '失效',
  '07': '吊销',
} as const

type CertificateStatus = keyof typeof statusNames

export interface Holder {
  readonly name: string
  readonly code: string
  readonly type: HolderType
}

/** A line on the certificate's face. */
export interface FaceField {
  readonly name: string
  readonly columnName: string
  readonly value: string
}

export interface Certificate {
  readonly type: CertificateType
  readonly identifier: string
  /** 证照编号, as printed. */
  readonly number: string
  readonly holders: readonly [Holder, ...Holder[]]
  readonly issuer: { readonly name: string; readonly code: string; readonly division: string }
  /** `YYYY-MM-DD`; undefined = no expiry. */
  readonly issuedOn: string
  readonly validTo: string | undefined
  readonly status: CertificateStatus
  readonly details: readonly FaceField[]
}

const ROOT = '1.2.156.3005.2'

/** How the check character is computed: as ISO 7064 says, or as a vendor class that counts A as 11. */
export type CheckHabit = 'iso' | 'offByOne'

/** 证照标识: root, type, issuer, serial, version, check. */
export const certificateIdentifier = (
  type: string,
  issuer: string,
  serial: string,
  version = '001',
  habit: CheckHabit = 'iso',
): string => {
  const body = type + issuer + serial + version
  const check = habit === 'iso' ? certificateCheck(body) : certificateCheck(shiftLetters(body))
  return [ROOT, type, issuer, serial, version, check].join('.')
}

/** Each letter counted one too high is the same as the next letter counted rightly. */
const shiftLetters = (body: string): string =>
  body.replaceAll(/[A-Y]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1))
