import type { ErrorCode, Locale } from '@tongban/schema'

/** A sentence in each language. */
export type Words = Readonly<Record<Locale, string>>

export const words = (en: string, zh: string): Words => ({ en, 'zh-CN': zh })

/** What a source promises of a method; the method's name stands before it. */
export const promises = {
  answers: words(
    'answers with rows that the gateway can keep, and says where from',
    '返回网关可以保存的记录,并注明来源',
  ),
  isSafe: words('asks with requests that are marked as safe', '只发出标明为只读的请求'),
  togetherLikeAlone: words('answers together what it answers one by one', '成批查询与逐个查询结果一致'),
  leavesOutUnknown: words('does not stumble over what it does not know', '遇到不存在的编号不出错'),
  answersOnce: words(
    'answers once what is asked for twice, and nothing when asked for nothing',
    '重复的编号只返回一次,不给编号则不返回',
  ),
  goesOn: words('goes on where it ended: no page twice, never in a circle', '翻页接着上一页,不重复、不循环'),
  takesNothing: words(
    'takes every spelling of nothing: missing, null, "", "null", []',
    '接受空值的各种写法:缺失、null、""、"null"、[]',
  ),
  keepsToSize: words(
    'takes an answer of the largest size, and refuses one byte more',
    '接受达到上限的返回,多一个字节即拒绝',
  ),
  endsWhenCancelled: words('ends when it is cancelled, down to the socket', '调用取消即结束,连接随之关闭'),
  answersAgain: words('answers again after a call that was cancelled', '调用取消之后仍能正常应答'),
  takenOnce: words(
    'is taken once, however often it is handed in, and found by its reference',
    '重复提交只受理一次,并可按流水号查到',
  ),
  isPrivate: words(
    'no personal data shows in logs and errors, whatever fails',
    '无论何种故障,日志与错误中不出现个人信息',
  ),
  tells: (what: Words, codes: readonly ErrorCode[]) =>
    words(`tells of ${what.en} by ${codes.join(' or ')}`, `遇到${what['zh-CN']}时报告 ${codes.join(' 或 ')}`),
} as const

/** What may be wrong. Nothing here quotes an answer. */
export const complaints = {
  failed: (when: Words, code: string, en: string, zh: string) =>
    words(`${when.en}: ${code} ${en}`, `${when['zh-CN']}:${code} ${zh}`),
  unkeepable: (complaint: string) => words(complaint, `记录不符合要求:${complaint}`),
  provenance: words('the provenance is not that of a fresh answer', '来源信息不是实时返回应有的内容'),
  unsafe: (operation: string) => words(`${operation} is not marked as safe`, `${operation} 未标明为只读,未发出`),
  noneKnown: words('none of the keys of the sample is known', '样例中的编号一个也查不到'),
  otherKeys: words('other keys are known together than alone', '成批与逐个查到的编号不同'),
  otherRow: words('a row differs when it is asked for alone', '逐个查询时记录内容不同'),
  unknownHasRows: words('an unknown key alone brings rows', '单独查询不存在的编号却有返回'),
  unknownCosts: words('an unknown key costs the others their rows', '一个不存在的编号使其他记录丢失'),
  twice: words('a key asked for twice has two rows', '重复的编号返回了两条记录'),
  noKeysHaveRows: words('no keys at all bring rows', '不给编号却有返回'),
  circle: words('a page leads to one that was read before', '翻页回到了已读过的一页'),
  samePage: words('the next page has the same rows', '下一页与上一页记录相同'),
  told: (request: number, told: string) =>
    words(`request ${request} of the call: ${told}`, `本次调用的第 ${request} 个请求:${told}`),
  refusesLimit: words('an answer of just the largest size is refused', '恰好达到上限的返回被拒绝'),
  exceedsLimit: (told: string) => words(`one byte more than allowed: ${told}`, `超出上限一个字节:${told}`),
  goesOnCancelled: words('the call goes on after it was cancelled', '取消之后调用仍在继续'),
  staysOpen: words('the connection stays open', '连接没有关闭'),
  stumbles: (over: Words) => words(`it stumbles over ${over.en}`, `${over['zh-CN']}使其出错`),
  invents: (spelt: string) => words(`it makes rows out of a payload of ${spelt}`, `从 ${spelt} 的返回中编造了记录`),
  saysNull: (path: string) =>
    words(`it takes the text "null" for a value at ${path}`, `把 ${path} 处的文字 "null" 当作内容`),
  waitsNoMore: words('handed in again it is not waiting any more', '再次提交后不再是等待状态'),
  notTaken: words('the sample is not taken', '样例未被受理'),
  anotherCase: words('handed in again it is another case', '再次提交成了另一个办件'),
  notFound: words('it is not found by its reference', '按流水号查不到'),
  personal: (count: number) =>
    words(`${count} values of the samples or their answers were written`, `样例或返回中有 ${count} 个值被写出`),
} as const

/** When something failed that should not. */
export const moments = {
  sample: words('the sample is not answered', '样例没有得到应答'),
  unknownAlone: words('an unknown key alone', '单独查询不存在的编号'),
  unknownAmong: words('an unknown key among others', '不存在的编号与其他编号一起查询'),
  twice: words('a key asked for twice', '重复查询同一编号'),
  noKeys: words('no keys at all', '不给编号查询'),
  nextPage: words('the next page', '读取下一页'),
  afterwards: words('the call afterwards', '其后的调用'),
} as const

/** Why a promise cannot be judged. */
export const reasons = {
  oneKey: words('the sample has fewer than two keys', '样例不足两个编号'),
  noKey: words('the sample has no key', '样例没有编号'),
  onePage: words('everything is on one page', '全部内容只有一页'),
  asksNothing: words('the system is not asked at all', '没有向系统发出请求'),
  notHttp: words('it does not speak HTTP; its protocol has bounds of its own', '不通过 HTTP 通信,由其协议自行限制'),
  unanswered: words('the sample is not answered', '样例没有得到应答'),
} as const
