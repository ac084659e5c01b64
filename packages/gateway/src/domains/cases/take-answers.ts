import { isTongbanError } from '@tongban/schema'
import type { Authority } from '../../sources/directory.ts'
import type { ProvenanceRecord, Sourced } from '../../sources/source.ts'
import type { JobRun } from '../../work/queue.ts'
import type { DomainDeps } from '../domain.ts'
import type { Ports } from '../ports.ts'
import { applyAnswer } from './apply-answer.ts'
import { silenceMs, slotAfter, slower } from './pace.ts'
import { parseCase } from './parse-case.ts'
import { type DueCase, markLost, putOff } from './poll-store.ts'
import type { SourceCaseInput } from './port.ts'
import type { CaseEntity } from './record.ts'

/** Whoever answers for cases. */
export type Owner = Authority<Ports['cases']>

/** What the owner answered about the cases that were due. */
export interface Answers {
  readonly due: readonly DueCase[]
  readonly cases: readonly CaseEntity[]
  readonly told: Sourced<readonly SourceCaseInput[]>
}

/** Takes what an owner told of its cases, and finds out what became of those it left out. */
export async function takeAnswers(
  deps: DomainDeps,
  owner: Owner,
  { due, cases, told: { value, provenance } }: Answers,
  run: JobRun,
): Promise<void> {
  const told = new Map(value.map((answer) => [answer.number, answer]))
  const news = new Map<string, News>()
  for (const mirrored of cases) {
    const answer = told.get(mirrored.number)
    if (answer) news.set(mirrored.id, await takeAnswer(deps, mirrored, { value: answer, provenance }))
  }
  for (const mirrored of cases.filter(({ number }) => !told.has(number)))
    news.set(mirrored.id, await missed(deps, owner, mirrored, run))
  const { UNREADABLE = [], NONE = [], LOST = [] } = Object.groupBy(due, ({ id }) => news.get(id) ?? 'NONE')
  await remainQuiet(deps, NONE, provenance)
  await remainQuiet(deps, [...UNREADABLE, ...LOST], null)
  await tellLost(deps, provenance.sourceId, LOST)
}

/** What an owner leaves out may be a slip of its list, so it is asked for the case by our reference before it counts as lost. */
async function missed(deps: DomainDeps, { port }: Owner, mirrored: CaseEntity, { signal }: JobRun): Promise<News> {
  try {
    const { value, provenance } = await port.findByReference(mirrored.submissionId, { signal })
    return value === null ? 'LOST' : await takeAnswer(deps, mirrored, { value, provenance })
  } catch (error) {
    if (!isTongbanError(error)) throw error
    deps.log.warn({ source: mirrored.sourceId, case: mirrored.id, code: error.code }, 'no status of a case')
    return 'UNREADABLE'
  }
}

/** Says once of each case that its owner no longer knows it: somebody must ask there. */
async function tellLost({ store, log }: DomainDeps, source: string, lost: readonly DueCase[]): Promise<void> {
  const marked = await markLost(
    store.db,
    lost.map(({ id }) => id),
  )
  for (const id of marked) log.error({ source, case: id }, 'the owner no longer knows a case')
}

type News = 'NEWS' | 'NONE' | 'UNREADABLE' | 'LOST'

/** One answer that cannot be read must not cost the other cases theirs. */
async function takeAnswer(deps: DomainDeps, mirrored: CaseEntity, answer: Sourced<SourceCaseInput>): Promise<News> {
  const { sourceId } = answer.provenance
  try {
    const changed = await applyAnswer(deps, mirrored, { ...answer, value: parseCase(answer.value, sourceId) })
    return changed ? 'NEWS' : 'NONE'
  } catch (error) {
    if (!isTongbanError(error) || error.code !== 'TB_SOURCE_SHAPE') throw error
    deps.log.warn({ source: sourceId, case: mirrored.id, code: error.code }, 'the status of a case cannot be read')
    return 'UNREADABLE'
  }
}

/** Slows down the polls of cases without news. */
export async function remainQuiet(
  { store, now, settings }: DomainDeps,
  due: readonly DueCase[],
  provenance: ProvenanceRecord | null,
): Promise<void> {
  for (const [waitMs, cases] of Map.groupBy(due, ({ waitMs }) => slower(waitMs, settings.polling))) {
    await putOff(
      store.db,
      cases.map(({ id }) => id),
      {
        fetchedAt: provenance && new Date(provenance.fetchedAt),
        asOf: provenance?.asOf ? new Date(provenance.asOf) : null,
        waitMs,
        nextPollAt: slotAfter(now(), waitMs, settings.polling),
        silentSince: new Date(now().getTime() - silenceMs),
      },
    )
  }
}
