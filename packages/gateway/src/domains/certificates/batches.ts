import DataLoader from 'dataloader'
import type { CityDirectory } from '../ports.ts'
import type { RequestContext } from '../request.ts'
import { canonical, subjectOf } from './identifiers.ts'
import type { Platform } from './platforms.ts'
import type { ReadReason } from './record.ts'

/** A question about one certificate. */
export interface Question {
  /** Canonical identifier. */
  readonly identifier: string
  readonly reason: ReadReason
}

/** Answers questions that go to one platform for one purpose, by canonical identifier. */
export type Ask<Value> = (
  platform: Platform,
  questions: readonly Question[],
  context: RequestContext,
) => Promise<ReadonlyMap<string, Value>>

type Group = readonly [Question, ...Question[]]

/** A loader per request that turns many questions into one call per platform and purpose. */
export function batched<Value>(directory: CityDirectory, ask: Ask<Value>) {
  const home = {}
  const loaderOf = (context: RequestContext) =>
    context.once(
      home,
      () =>
        new DataLoader<Question, Value | undefined, string>((questions) => answerAll(questions, context), {
          cacheKeyFn: ({ identifier, reason }) => JSON.stringify([identifier, reason.purpose, reason.consentId]),
        }),
    )

  async function answerAll(questions: readonly Question[], context: RequestContext) {
    const answers = new Map<Question, Value | Error | undefined>()
    await Promise.all(
      groupsOf(directory, questions, answers).map(async ([platform, group]) => {
        const found = await ask(platform, group, context).catch(asError)
        for (const question of group)
          answers.set(question, found instanceof Error ? found : found.get(question.identifier))
      }),
    )
    return questions.map((question) => answers.get(question))
  }

  return (identifier: string, reason: ReadReason, context: RequestContext): Promise<Value | undefined> =>
    loaderOf(context).load({ identifier: canonical(identifier), reason })
}

/** One group per platform and purpose. A question nobody is responsible for fails alone, not with its neighbours. */
function groupsOf(
  directory: CityDirectory,
  questions: readonly Question[],
  answers: Map<Question, Error | unknown>,
): readonly (readonly [Platform, Group])[] {
  const groups: [Platform, [Question, ...Question[]]][] = []
  for (const question of questions) {
    try {
      const platform = directory.require('certificates', subjectOf(question.identifier))
      const group = groups.find(
        ([known, [first]]) => known.port === platform.port && first.reason.purpose === question.reason.purpose,
      )
      if (group) group[1].push(question)
      else groups.push([platform, [question]])
    } catch (error) {
      answers.set(question, asError(error))
    }
  }
  return groups
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
