/**
 * Names of fields that hold personal data, as such systems spell them (pinyin initials, English, Chinese), in lower case
 * without separators. A field counts when its name is one of these or ends with one.
 */
const personal = [
  ['xm', 'sqrxm', 'sqrmc', 'czztmc', 'czzt', 'cyrxm', 'fddbr', 'lxr', 'lxrxm', 'jbrxm', 'blrxm'],
  ['personname', 'applicantname', 'applyername', 'applyname', 'holdername', 'holder', 'legalname', 'linkman'],
  ['contactname', 'contact', 'username', 'handleusername', 'realname', 'projectmanager', 'promanager', 'proposer'],
  ['address', 'dz', 'zz', 'txdz', 'lxdz', 'addr', 'email', 'mail'],
  ['姓名', '申请人', '联系人', '法定代表人', '经办人', '住址', '地址', '持证主体'],
]

/** Names of fields that hold secrets, or what is made of them and of the time. */
const secret = [
  ['token', 'secret', 'password', 'pwd', 'passwd', 'accessid', 'accesskey', 'appkey', 'appsecret', 'license'],
  ['sign', 'signature', 'signdata', 'nonce', 'timestamp', 'rtime', 'authcode', 'clientassertion', 'authorization'],
  ['openid', 'unionid', 'sessionid', 'cookie', 'ticket'],
  ['口令', '密码'],
]

/** Names of fields that hold a number by which a person is found. */
const numbers = [
  ['zjhm', 'zjh', 'sfz', 'sfzh', 'sfzhm', 'gmsfhm', 'idno', 'idcard', 'idnumber', 'cardid', 'cardno', 'passport'],
  ['passportno', 'holdercode', 'holdernumber', 'identitycard', 'cphm', 'hphm', 'qq', 'account', 'acctno', 'yhzh'],
  ['phone', 'mobile', 'telephone', 'tel', 'lxdh', 'sjh', 'sjhm', 'yddh', 'fax'],
  ['身份证号', '身份证号码', '证件号码', '证件号', '联系电话', '电话', '手机号', '手机号码', '护照号', '车牌号'],
]

/** Names of fields that hold a day of birth. */
const birth = ['csrq', 'csny', 'birth', 'birthday', 'birthdate', 'dob', '出生日期', '出生年月']

const canonical = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '')

/** What a field is about, told by its name. */
export type KeyKind = 'PERSONAL' | 'NUMBER' | 'BIRTH' | 'SECRET' | 'OTHER'

const isAmong = (names: readonly string[], name: string): boolean => names.some((known) => name.endsWith(known))

/** Tells fields by name. @param more names of further personal fields */
export const keyKinds = (more: readonly string[] = []): ((name: string) => KeyKind) => {
  const ours = [...personal.flat(), ...more.map(canonical)]
  return (name) => {
    const plain = canonical(name)
    if (isAmong(secret.flat(), plain)) return 'SECRET'
    if (isAmong(birth, plain)) return 'BIRTH'
    if (isAmong(ours, plain)) return 'PERSONAL'
    return isAmong(numbers.flat(), plain) ? 'NUMBER' : 'OTHER'
  }
}
