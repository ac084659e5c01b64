import { maskAddress, maskIdNumber, maskName, maskPhone } from '@tongban/schema'
import type { CertificateRecord } from './port.ts'

/** A field on the face of a certificate. */
export type FaceField = CertificateRecord['face'][number]

type Mask = (value: string) => string | null

const shownWhole: Mask = (value) => value

/** Labels of faces; the first that fits decides: 联系人电话 is a telephone, not a person, 证照名称 is no person's name. */
const labelMasks: readonly (readonly [RegExp, Mask])[] = [
  [/照片|相片|头像|签名|指纹|二维码/, () => null],
  [/^证[照书](名称|类型|标识)|机关|机构|部门|类型$|类别$/, shownWhole],
  [/电话|手机|联系方式/, maskPhone],
  [/住址|住所|地址|坐落|户籍地/, maskAddress],
  [/出生|生日/, (value) => value.replace(/[^\s年月日./-]/gu, '*')],
  [/号码|编号|证号|证件号|身份证|号$|主体代码|证件代码/, (value) => maskIdNumber(value)],
  [
    /姓名|名称|持证主体|持证人|持有人|权利人|户主|法定代表人|负责人|配偶|监护人|父亲|母亲|^[父母男女]方|共有人|联系人/,
    maskNames,
  ],
]

/** Several holders stand in one field, joined in any of these ways. */
const separators = /[,,、;;^]/
function maskNames(value: string): string {
  return value.replace(/[^,,、;;^]+/g, (part) => maskName(part.trim()))
}

// GB 11643; 15 digits for the old form.
const residentNumber = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])/g
const maskNumbers = (value: string): string => value.replace(residentNumber, (number) => maskIdNumber(number))

/** The certificate's own number, as clients may see it. */
export const maskedNumber = ({ holderKind, number }: CertificateRecord): string | null =>
  number === null || holderKind === 'ORGANISATION' ? number : maskIdNumber(number)

/** Who holds it, as clients may see it; there may be several. */
export const maskedHolder = ({ holderKind, holderName }: CertificateRecord): string =>
  holderKind === 'ORGANISATION' ? holderName : maskNames(holderName)

/**
 * The face, as clients may see it. Of a person's certificate fields are masked by what their label says they hold; wherever
 * the holder's name or number stands in another field it is masked too. Faces of organisations are public, except for
 * resident numbers in them, such as that of the legal representative.
 */
export function maskedFace(record: CertificateRecord): readonly FaceField[] {
  if (record.holderKind === 'ORGANISATION')
    return record.face.map(({ name, value }) => ({ name, value: value && maskNumbers(value) }))
  return record.face.map(({ name, value }) => ({ name, value: value && maskedValue(name, value, record) }))
}

function maskedValue(label: string, value: string, record: CertificateRecord): string | null {
  const mask = labelMasks.find(([pattern]) => pattern.test(label))?.[1]
  const text = withoutHolder(value, record)
  return mask ? mask(text) : text
}

/** Labels lie: a remark may hold a name, a telephone field a number. So the text is searched whatever its label says. */
function withoutHolder(value: string, { holderName, holderNumber }: CertificateRecord): string {
  const known = [
    ...partsOf(holderNumber).map((number) => [number, maskIdNumber(number)] as const),
    ...partsOf(holderName).map((name) => [name, maskName(name)] as const),
  ]
  return maskNumbers(known.reduce((text, [plain, masked]) => text.replaceAll(plain, masked), value))
}

/** A single character is part of too many words to be looked for. */
const partsOf = (joined: string): readonly string[] =>
  joined.split(separators).flatMap((part) => ([...part.trim()].length > 1 ? [part.trim()] : []))
