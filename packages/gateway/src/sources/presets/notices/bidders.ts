import { halfWidth } from '../../reading/nothing.ts'

/** Somebody who bids or wins, alone or as a member. */
export interface Bidder {
  readonly role: 'BIDDER' | 'WINNER'
  readonly name: string
  readonly creditCode: string | null
}

const organisation =
  /(?:公司|集团|院|所|中心|厂|企业|合伙|合作社|联社|局|社|大学|学院|学校|队|站|部|馆|场|行|会|处|店|室|园|坊|户|府)$/

const remark = /[（(][^（）()]*[）)]$/

/** Whether a text is the name of a body, also with a remark in brackets behind it, rather than a sentence or the name of a project. */
export function isOrganisation(name: string): boolean {
  const plain = name.trim()
  if (plain.length > 60 || /[。；;：:]/.test(plain)) return false
  return (
    organisation.test(plain) || organisation.test(plain.replace(remark, '')) || /^.{2,}[（(].*公司[）)]$/.test(plain)
  )
}

const opening = '（(〔['
const closing = '）)〕]'

/** Splits where members are joined, but not inside brackets. */
function members(text: string): string[] {
  let depth = 0
  let found = ''
  for (const sign of text) {
    if (opening.includes(sign)) depth += 1
    if (closing.includes(sign)) depth = Math.max(0, depth - 1)
    found += depth === 0 && '、;；,，/\n'.includes(sign) ? '\n' : sign
  }
  return found.split(/\n|(?<=公司)(?:和|与)(?=.{4,}公司)/)
}

/** What platforms write around the members of a joint bid (联合体). */
const around = /^(?:联合体)?(?:成员|牵头人|牵头单位|牵头方|主办方|主体)?(?:单位)?[:：]|(?:组成的|的)?联合体(?:投标)?$/g
const leads = /牵头|主办|主体|联合体主/
const roleRemark = /[（(【](?:联合体)?(?:牵头|成员|主办|主体|设计|施工|勘察|监理|联合体)[^（）()【】]*[）)】]/g

const clean = (text: string): string => text.trim().replaceAll(around, '').replaceAll(roleRemark, '').trim()

/**
 * The bodies of a joint bid in one text, the one who leads first: the one the text says leads, else the one named first, as is the
 * custom. A text that does not fall apart into names stays one bidder.
 */
export function splitBidders(text: string): string[] {
  const whole = clean(halfWidth(text) === text ? text : text.replaceAll('\u3000', ' '))
  const parts = members(text.trim().replace(/(?:组成的|的)?联合体(?:投标)?$/, ''))
    .map((part) => ({ name: clean(part), leads: leads.test(part) }))
    .filter(({ name }) => name !== '')
  if (parts.length < 2 || !parts.every(({ name }) => isOrganisation(name))) return whole === '' ? [] : [whole]
  const [leader = parts[0]] = parts.filter((part) => part.leads)
  return [...(leader ? [leader.name] : []), ...parts.filter((part) => part !== leader).map(({ name }) => name)]
}

/** The same as parties of a bid; undefined when nobody is named. */
export function biddersOf(text: string, role: Bidder['role']): [Bidder, ...Bidder[]] | undefined {
  const [first, ...others] = splitBidders(text).map((name) => ({ role, name, creditCode: null }))
  return first && [first, ...others]
}
