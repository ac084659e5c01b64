import type { Locale } from '@tongban/schema'
import type { CertificateStatus } from '../generated/resolvers.ts'

/** Why something cannot be handed in so, in the language of the request. */
interface RefusalWords {
  readonly oneApplicant: string
  readonly twice: string
  readonly oneWay: string
  readonly malformed: string
  readonly typeNotAccepted: (type: string) => string
  readonly notHeld: string
  readonly notInForce: (status: string) => string
  readonly fetched: string
  readonly digest: string
  readonly empty: string
  readonly notDeferrable: string
  readonly notDeclarable: string
  readonly status: Readonly<Record<Exclude<CertificateStatus, 'VALID'>, string>>
}

const words: Readonly<Record<Locale, RefusalWords>> = {
  'zh-CN': {
    oneApplicant: 'person 与 organisation 须且仅须填写一个',
    twice: '该材料重复提交',
    oneWay: '须且仅须选择一种提交方式',
    malformed: '电子证照标识不合法',
    typeNotAccepted: (type) => `不接受类型为 ${type} 的电子证照`,
    notHeld: '申请人名下没有此电子证照,请核对标识,或改交材料文件',
    notInForce: (status) => `此电子证照不在有效状态(${status}),请改交其他材料`,
    fetched: '由系统自动获取,无需提交',
    digest: 'sha256 须为 64 位小写十六进制',
    empty: '文件为空',
    notDeferrable: '该材料不可容缺后补',
    notDeclarable: '该事项不适用告知承诺',
    status: {
      SUSPENDED: '暂扣',
      ANNULLED: '撤销',
      CANCELLED: '注销',
      REVOKED: '吊销',
      EXPIRED: '过期失效',
      TRANSFERRED: '已转移',
      UNKNOWN: '状态不明',
    },
  },
  en: {
    oneApplicant: 'give either a person or an organisation',
    twice: 'it is handed in twice',
    oneWay: 'choose exactly one way',
    malformed: 'the identifier of the certificate is malformed',
    typeNotAccepted: (type) => `certificates of type ${type} are not accepted`,
    notHeld: 'the applicant holds no such certificate; check the identifier, or hand in a document',
    notInForce: (status) => `this certificate is not in force (${status}); hand in something else`,
    fetched: 'the system fetches it; nothing has to be handed in',
    digest: 'sha256 must be 64 lower-case hex digits',
    empty: 'the file is empty',
    notDeferrable: 'it may not follow later',
    notDeclarable: 'a declaration cannot replace it for this item',
    status: {
      SUSPENDED: 'suspended',
      ANNULLED: 'annulled',
      CANCELLED: 'cancelled',
      REVOKED: 'revoked',
      EXPIRED: 'expired',
      TRANSFERRED: 'transferred',
      UNKNOWN: 'status unknown',
    },
  },
}

/** The words of a language. */
export const refusalWords = (locale: Locale): RefusalWords => words[locale]
