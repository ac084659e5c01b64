import type { CertificateTypeKey } from '../certificate-types.ts'
import type { MaterialTemplate } from './template.ts'

/** The form to be filled in. */
export const form = (name: string): MaterialTemplate => ({
  name,
  need: 'required',
  original: '1',
  format: '5',
  source: '10',
})

/** What the applicant writes or brings. */
export const own = (name: string, note?: string): MaterialTemplate => ({
  name,
  need: 'required',
  original: '1',
  format: '3',
  source: '10',
  ...(note === undefined ? {} : { note }),
})

/** What an authority has issued, as paper or scan. */
export const issued = (name: string, note?: string): MaterialTemplate => ({
  ...own(name, note),
  source: '20',
  format: '8',
})

/** What a laboratory, surveyor or auditor has written. */
export const report = (name: string): MaterialTemplate => ({ ...own(name), source: '30', format: '9' })

/** A certificate: the system fetches what is missing on paper. */
export const certificate = (name: string, type: CertificateTypeKey): MaterialTemplate => ({
  ...issued(name),
  original: '3',
  format: '7',
  certificate: type,
})

export const optional = (material: MaterialTemplate): MaterialTemplate => ({ ...material, need: 'optional' })

/** 容缺后补: may follow later. */
export const later = (material: MaterialTemplate): MaterialTemplate => ({ ...material, need: 'deferrable' })

/** Never asked for: the system fetches it. */
export const fetched = (material: MaterialTemplate): MaterialTemplate => ({ ...material, format: '6' })

export const identity = certificate('申请人身份证明', 'identity')
export const legalIdentity = certificate('法定代表人(负责人)身份证明', 'identity')
export const agentIdentity = certificate('委托代理人身份证明', 'identity')
export const licence = fetched(certificate('营业执照', 'licence'))
export const property = certificate('不动产权证书', 'property')
export const premises = certificate('经营场所使用证明(不动产权证书或租赁合同)', 'property')
export const household = certificate('居民户口簿', 'household')
export const marriage = certificate('结婚证', 'marriage')
export const birth = certificate('出生医学证明', 'birth')
export const socialCard = certificate('社会保障卡', 'social-card')
export const bankAccount = own('本人名下银行卡(Ⅰ类账户)', '需标明开户银行和账号')
export const photo = own('近期免冠白底证件照', '电子照片,358×441像素,JPG格式')
export const proxy = own('授权委托书', '委托他人办理时提供')
