import { isTongbanError, TongbanError } from '@tongban/schema'
import type { Authority } from '../../sources/directory.ts'
import type { ProvenanceRecord, Sourced } from '../../sources/source.ts'
import type { EnqueueOptions, JobDefinition, JobRun } from '../../work/queue.ts'
import type { DomainDeps } from '../domain.ts'
import type { Ports } from '../ports.ts'
import { applyAnswer } from './apply-answer.ts'
import { silenceMs, slotAfter, slower } from './pace.ts'
import { parseCase } from './parse-case.ts'
import { claimDue, type DueCase, nextPollOf, polledSources, putOff } from './poll-store.ts'
import type { SourceCaseInput } from './port.ts'
import type { CaseEntity } from './record.ts'
import { readCases } from './store.ts'

/** Upstream systems answer batches; this many numbers go into one call. */
const batchSize = 50
/** A worker that died while it polled leaves its cases due again after this time. */
const leaseMs = 120_000

interface PollData {
  readonly sourceId: string
}

export const pollJob = { name: 'cases.poll' } as const

/** Asks a source about all its cases that are due, and puts itself into the queue for the next ones. */
export const pollDefinition = (deps: DomainDeps): JobDefinition<PollData> => ({
  ...pollJob,
  handle: async ({ sourceId }, run) => {
    while (!run.signal.aborted && (await pollBatch(deps, sourceId, run)));
    const next = await nextPollOf(deps.store.db, sourceId)
    if (next) await schedulePoll(deps, sourceId, next)
  },
})

/** One waiting job per source and time slot. */
export const schedulePoll = (
  { queue }: Pick<DomainDeps, 'queue'>,
  sourceId: string,
  at: Date,
  options: Pick<EnqueueOptions, 'trx'> = {},
): Promise<void> =>
  queue.enqueue<PollData>(
    pollJob,
    { sourceId },
    { startAfter: at, singletonKey: `${sourceId}@${at.toISOString()}`, ...options },
  )

/** Polls of all sources with open cases begin anew when the gateway starts, whatever became of earlier jobs. */
export async function resumePolling(deps: DomainDeps): Promise<void> {
  for (const sourceId of await polledSources(deps.store.db)) await schedulePoll(deps, sourceId, deps.now())
}

/** @returns whether more may be due */
async function pollBatch(deps: DomainDeps, sourceId: string, run: JobRun): Promise<boolean> {
  const now = deps.now()
  const until = new Date(now.getTime() + leaseMs)
  const due = await claimDue(deps.store.db, sourceId, { now, until, count: batchSize })
  if (due.length === 0) return false
  const ids = due.map(({ id }) => id)
  const cases = await readCases(deps.store.db, 'id', ids)
  try {
    await takeAnswers(deps, due, cases, await ask(deps, sourceId, cases, run))
  } catch (error) {
    deps.log.warn({ source: sourceId, code: isTongbanError(error) ? error.code : 'TB_INTERNAL' }, 'no status of cases')
    await remainQuiet(deps, due, null)
    return false
  }
  return due.length === batchSize
}

function ask({ directory }: DomainDeps, sourceId: string, cases: readonly CaseEntity[], { signal }: JobRun) {
  const authority: Authority<Ports['cases']> | undefined = directory.portOf('cases', sourceId)
  if (authority === undefined) throw new TongbanError('TB_NO_AUTHORITY', { what: sourceId }, { source: sourceId })
  return authority.port.byNumbers(
    cases.map(({ number }) => number),
    { signal },
  )
}

type Answers = Awaited<ReturnType<typeof ask>>

async function takeAnswers(
  deps: DomainDeps,
  due: readonly DueCase[],
  cases: readonly CaseEntity[],
  { value, provenance }: Answers,
): Promise<void> {
  const told = new Map(value.map((answer) => [answer.number, answer]))
  const news = new Map<string, News>()
  for (const mirrored of cases) {
    const answer = told.get(mirrored.number)
    if (answer) news.set(mirrored.id, await takeAnswer(deps, mirrored, { value: answer, provenance }))
  }
  const { UNREADABLE = [], NONE = [] } = Object.groupBy(due, ({ id }) => news.get(id) ?? 'NONE')
  await remainQuiet(deps, NONE, provenance)
  await remainQuiet(deps, UNREADABLE, null)
}

type News = 'NEWS' | 'NONE' | 'UNREADABLE'

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
async function remainQuiet(
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
