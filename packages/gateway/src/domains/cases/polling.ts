import { isTongbanError, TongbanError } from '@tongban/schema'
import type { EnqueueOptions, JobDefinition, JobRun } from '../../work/queue.ts'
import type { DomainDeps } from '../domain.ts'
import { claimDue, nextPollOf, polledSources } from './poll-store.ts'
import { readCases } from './store.ts'
import { type Owner, remainQuiet, takeAnswers } from './take-answers.ts'

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
    const owner = ownerOf(deps, sourceId)
    const numbers = cases.map(({ number }) => number)
    const told = await owner.port.byNumbers(numbers, { signal: run.signal })
    await takeAnswers(deps, owner, { due, cases, told }, run)
  } catch (error) {
    deps.log.warn({ source: sourceId, code: isTongbanError(error) ? error.code : 'TB_INTERNAL' }, 'no status of cases')
    await remainQuiet(deps, due, null)
    return false
  }
  return due.length === batchSize
}

function ownerOf({ directory }: DomainDeps, sourceId: string): Owner {
  const owner: Owner | undefined = directory.portOf('cases', sourceId)
  if (owner === undefined) throw new TongbanError('TB_NO_AUTHORITY', { what: sourceId }, { source: sourceId })
  return owner
}
