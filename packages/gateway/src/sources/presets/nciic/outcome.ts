import { z } from 'zod'
import type { IdentityAnswer } from '../../../domains/applicants/port.ts'
import { field } from '../../reading/fields.ts'

const text = field.text
const item = z.object({ result_gmsfhm: text, result_xm: text, errormesage: text, errormesagecol: text })

/** One row of an answer: what was asked, repeated, and items with one finding each. */
export const answerRow = z
  .object({
    '@no': field.whole,
    INPUT: field.object(z.object({ gmsfhm: field.identifier })),
    OUTPUT: field.object(z.object({ ITEM: field.list(field.object(item)) })),
  })
  .transform(({ '@no': number, INPUT: input, OUTPUT: output }) => {
    const items = (output?.ITEM ?? []).flatMap((one) => one ?? [])
    const first = (name: keyof z.output<typeof item>) => items.map((one) => one[name]).find((found) => found !== null)
    return { number, asked: input?.gmsfhm ?? null, ...outcomeOf(first) }
  })

type Outcome = Pick<IdentityAnswer, 'result' | 'detail'>
const unknown = (detail: string): Outcome => ({ result: 'UNKNOWN', detail })
const certain = (result: Exclude<IdentityAnswer['result'], 'UNKNOWN'>): Outcome => ({ result, detail: null })

/** Fields that a message may name; anything else in that place may be about a person. */
const fieldNames: ReadonlySet<string> = new Set(['姓名', '公民身份号码'])

/** Business errors keep the shape of the answer and stand in place of the findings. The misspelling is the service's own. */
function errorOf(message: string, field: string | null): Outcome {
  if (/库中无此号/.test(message)) return certain('NOT_IN_REGISTER')
  if (/必录项缺失/.test(message))
    return unknown(`a required field is missing${field !== null && fieldNames.has(field) ? `: ${field}` : ''}`)
  if (/业务发生地/.test(message)) return unknown('the place of business (FSD) is missing')
  return unknown('an error that the specification does not name')
}

/** The finding about the name counts only when the number is in the register. A word that is not known is no yes and no no. */
function outcomeOf(first: (name: keyof z.output<typeof item>) => string | null | undefined): Outcome {
  const message = first('errormesage')
  if (message) return errorOf(message, first('errormesagecol') ?? null)
  if (first('result_gmsfhm') !== '一致') return unknown('the finding about the number is not one that is known')
  const name = first('result_xm')
  if (name === '一致') return certain('MATCHES')
  return name === '不一致' ? certain('NAME_DIFFERS') : unknown('the finding about the name is not one that is known')
}
