import { TongbanError } from '@tongban/schema'
import type { MaterialRecord, ServiceItemRecord, SituationRecord } from '../items/record.ts'
import type { Answers } from './record.ts'

/** How far answers lead through the question tree of an item (办理情形). */
export interface Walk {
  /** Questions reached and answered, with the values chosen. */
  readonly chosen: ReadonlyMap<string, readonly string[]>
  /** Questions reached and not answered yet. */
  readonly open: readonly SituationRecord[]
  /** Answers that cannot be. */
  readonly problems: readonly TongbanError[]
}

/** Follows the answers from the root questions on; a question counts only where an answer leads to it. */
export function walkSituations(item: Pick<ServiceItemRecord, 'situations'>, answers: Answers): Walk {
  const situations = item.situations ?? []
  const byKey = new Map(situations.map((situation) => [situation.key, situation]))
  const chosen = new Map<string, readonly string[]>()
  const open: SituationRecord[] = []
  const reached = new Set(situations.filter(({ root }) => root).map(({ key }) => key))
  // a set is walked in the order of insertion, also over what is added on the way; a circle in the tree ends by itself
  for (const key of reached) {
    const situation = byKey.get(key)
    if (situation === undefined) continue
    const values = valuesOf(answers[key])
    if (values.length === 0) open.push(situation)
    else chosen.set(key, values)
    for (const { value, next } of situation.options) if (next !== null && values.includes(value)) reached.add(next)
  }
  return { chosen, open, problems: Object.entries(answers).flatMap((answer) => problemsOf(byKey, answer)) }
}

/** Materials known to be asked for in these situations. One that several situations name is asked for in any of them. */
export const materialsFor = (
  { materials }: Pick<ServiceItemRecord, 'materials'>,
  { chosen }: Pick<Walk, 'chosen'>,
): readonly MaterialRecord[] =>
  (materials ?? []).filter(
    ({ situations }) =>
      situations.length === 0 || situations.some(({ question, option }) => chosen.get(question)?.includes(option)),
  )

const valuesOf = (answer: string | readonly string[] | undefined): readonly string[] =>
  answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer

function problemsOf(
  situations: ReadonlyMap<string, SituationRecord>,
  [key, answer]: [string, Answers[string]],
): readonly TongbanError[] {
  const situation = situations.get(key)
  const values = valuesOf(answer)
  if (situation === undefined)
    return [new TongbanError('TB_SITUATION_UNKNOWN', { question: key }, { path: ['answers', key] })]
  if (!situation.multiple && values.length > 1) return [unknownAnswer(key, values.join('、'))]
  const options = new Set(situation.options.map(({ value }) => value))
  return values.filter((value) => !options.has(value)).map((value) => unknownAnswer(key, value))
}

const unknownAnswer = (question: string, option: string): TongbanError =>
  new TongbanError('TB_SITUATION_ANSWER_UNKNOWN', { question, option }, { path: ['answers', question] })
