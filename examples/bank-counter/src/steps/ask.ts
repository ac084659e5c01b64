import type { ErrandPlan } from '../plan.ts'
import type { Trace } from '../trace.ts'
import type { OpenedItem } from './find.ts'

type Question = NonNullable<OpenedItem['situations']>[number]

const chosen = (question: Question, given: ErrandPlan['answers']) =>
  question.options.find(({ value }) => value === given[question.key]) ?? question.options[0]

/** Walks through the question tree from its roots and collects the customer's answers. */
export function askSituations(item: OpenedItem, { answers }: ErrandPlan, trace: Trace): Record<string, string> {
  trace.step('回答情形问题')
  if (item.situations === null) trace.line('事项库未载明情形问题')
  if (item.situations?.length === 0) trace.line('该事项没有情形问题')
  const situations = item.situations ?? []
  const collected: Record<string, string> = {}
  const open = situations.filter(({ root }) => root)
  for (let question = open.shift(); question; question = open.shift()) {
    const option = chosen(question, answers)
    if (!option || collected[question.key]) continue
    collected[question.key] = option.value
    trace.line(`${question.question} → ${option.label}`)
    const next = situations.find(({ key }) => key === option.next)
    if (next) open.push(next)
  }
  return collected
}
