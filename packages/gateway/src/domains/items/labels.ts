/**
 * Short Chinese texts of the enum values that facets show. The SDL describes the same values; a test keeps both equal.
 * Values of different enums that share a name (`OTHER`) share a text.
 */
const labels: Readonly<Record<string, string>> = {
  ADMINISTRATIVE_LICENSE: '行政许可',
  ADMINISTRATIVE_PENALTY: '行政处罚',
  ADMINISTRATIVE_COERCION: '行政强制',
  ADMINISTRATIVE_COLLECTION: '行政征收',
  ADMINISTRATIVE_PAYMENT: '行政给付',
  ADMINISTRATIVE_INSPECTION: '行政检查',
  ADMINISTRATIVE_CONFIRMATION: '行政确认',
  ADMINISTRATIVE_REWARD: '行政奖励',
  ADMINISTRATIVE_ADJUDICATION: '行政裁决',
  OTHER_ADMINISTRATIVE_POWER: '其他行政权力',
  PUBLIC_SERVICE: '公共服务',
  PERSON: '自然人',
  ENTERPRISE: '企业法人',
  PUBLIC_INSTITUTION: '事业法人',
  SOCIAL_ORGANISATION: '社会组织法人',
  STATE_BODY: '行政机关',
  OTHER_ORGANISATION: '其他组织',
  CONSULTATION: '互联网咨询',
  INTAKE: '收件',
  PRE_REVIEW: '预审',
  ACCEPTANCE: '受理',
  HANDLING: '办理',
  RESULT_FEEDBACK: '结果反馈',
  CERTIFICATE_FEEDBACK: '电子证照反馈',
  FULL_ONLINE: '全程网办',
  OTHER: '其他',
  NATIONWIDE: '全国通办',
  CROSS_PROVINCE: '跨省通办',
  CROSS_CITY: '跨市通办',
  CROSS_COUNTY: '跨县通办',
}

/** The text to show for an enum value; the value itself when there is none. */
export const labelOf = (value: string): string => labels[value] ?? value

/** Every value that has a text. */
export const labelledValues: readonly string[] = Object.keys(labels)
