import type { NoticeInput } from '../../../domains/notices/port.ts'
import { readInstant } from '../../reading/dates.ts'

type Period = NonNullable<NoticeInput['periods']>[number]

/** A moment in running text, to the minute or a day. */
export const moment = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|[-/]\d{1,2}[-/]\d{1,2})(?:\s*(?:[上下]午)?\s*\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2})?|[时点](?:\d{1,2}分)?))?`

const span = new RegExp(String.raw`(${moment})\s*(?:至|到|—|~|-{1,2})\s*(${moment})`)

/** `17时30分` is read as it stands, `17时` has no minutes. */
const instantOf = (text: string | undefined): string | null =>
  text === undefined ? null : (readInstant(text.replace(/[时点]$/, '时00分').replaceAll('：', ':')) ?? null)

/** The two ends of `2025年06月13日 18时00分至2025年06月16日 18时00分`; undefined when it is none or ends before it begins. */
export function readSpan(text: string): { readonly from: string; readonly to: string } | undefined {
  const [, first, last] = span.exec(text) ?? []
  const [from, to] = [instantOf(first), instantOf(last)]
  return from !== null && to !== null && from <= to ? { from, to } : undefined
}

/**
 * A time in which candidates or results are made public. Objections are taken until it ends (招标投标法实施条例 Art. 54).
 */
export const publicity = ({ from, to }: { readonly from: string; readonly to: string }): Period => ({
  kind: 'PUBLICITY',
  from,
  to,
  lastDayForObjection: to.slice(0, 10),
})

/** When bids were opened, told in a sentence: `2025年06月11日 09时00分在…开标`. */
export function openingIn(text: string): Period[] {
  const [, found] = new RegExp(String.raw`(${moment})\s*在[^。；，,]{0,60}?开标`).exec(text) ?? []
  const at = instantOf(found)
  return at === null ? [] : [{ kind: 'OPENING', from: at, to: at }]
}
