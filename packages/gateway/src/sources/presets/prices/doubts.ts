import type { Settled } from './settle.ts'

/** Money that is no yuan, by code (ISO 4217), sign or name. */
const others =
  /(?<![a-z])(?:USD|EUR|GBP|JPY|HKD|MOP|TWD|CHF|AUD|CAD|NZD|SGD|KRW|RUB|INR|THB|US|HK|NT)(?![a-z])|[$€£₽₩]|美元|美金|美分|欧元|英镑|日元|日圆|港元|港币|港幣|澳门元|澳元|台币|法郎|加元|新加坡元|韩元|卢布|卢比|泰铢/i

/** Whether a text with a number speaks of money that is no yuan. */
export const isOtherCurrency = (text: string): boolean => /\d/.test(text) && others.test(text)

const guess = '预估|估算|估计|暂估|暂定|(?:最高)?(?:投标)?限价|(?:招标)?控制价|上限|下限|封顶'
const edge = '左右|上下|以上|以下|以内|之内|内|起'
const behind = new RegExp(String.raw`^\s*(?:${edge}|${guess}|\(\s*(?:${edge}|${guess})(?:价|值|数|金额)?\s*\))`)
const inFront =
  /(?:大?约|将近|近|至少|至多|最多|最少|[不未]足|不超|[不未]?[少多小]于|预估|预计|估算)[价值]?\s*[:为]?\s*(?:人民币)?[¥￥]?\s*$/
const reaches = /^\s*(?:至|到|[-–—~～])\s*$/
const isForEach = /^\s*(?:[/每]|\(\s*[/每])/

/** Why the numbers of a text tell no price although each can be read: they bound it, or one is for each of something unread. */
export function doubtAbout(text: string, tokens: readonly Settled[]): 'BOUND' | 'UNREADABLE' | undefined {
  for (const [index, token] of tokens.entries()) {
    const before = text.slice(tokens[index - 1]?.end ?? 0, token.start)
    const after = text.slice(token.end, tokens[index + 1]?.start)
    if (behind.test(after) || inFront.test(before) || (index > 0 && reaches.test(before))) return 'BOUND'
    if (token.kind === 'money' && isForEach.test(after)) return 'UNREADABLE'
  }
  return undefined
}

/** Whether digits of a text are hidden because they bound something: 不超过120万元. */
export const isBound = (text: string): boolean => /(?:超过|高于|低于|超出|大于|限价)[^\d%;。]{0,6}\d/.test(text)
