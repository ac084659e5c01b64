import { TongbanError } from '@tongban/schema'
import type { Authority } from '../../sources/directory.ts'
import { defaultLimits } from '../../sources/limits.ts'
import type { CallContext, Source, Sourced } from '../../sources/source.ts'
import type { JobDefinition, JobRun } from '../../work/queue.ts'
import { parseCase } from '../cases/parse-case.ts'
import type { SourceCase, SourceCaseInput } from '../cases/port.ts'
import type { CasesService } from '../cases/service.ts'
import type { DomainDeps } from '../domain.ts'
import type { Ports } from '../ports.ts'
import { type DeliveryData, deliveryJob } from './delivery-job.ts'
import { type Held, takeHold } from './delivery-store.ts'
import { outgoing } from './outgoing.ts'
import { ownerSubject } from './owner.ts'
import { handBack, letGo, settleRefused, settleTaken } from './settle.ts'

type Owner = Authority<Ports['cases']>

/** How the owner answered, checked. */
type Outcome =
  | { readonly outcome: 'taken'; readonly taken: Sourced<SourceCase> }
  | { readonly outcome: 'refused'; readonly reason: string }

/** No other worker delivers the same submission during this time. */
const leaseMs = 60_000
/** All calls of one attempt end before the lease does: whoever comes next never meets one still under way. */
const callsMs = 45_000

/** Takes submissions to their owners: nothing lost, nothing doubled. */
export const deliveryDefinition = (deps: DomainDeps, cases: CasesService): JobDefinition<DeliveryData> => ({
  ...deliveryJob,
  handle: ({ submissionId }, run) => deliver(deps, cases, submissionId, run),
})

async function deliver(deps: DomainDeps, cases: CasesService, submissionId: string, run: JobRun): Promise<void> {
  const hold = await takeHold(deps.store.db, submissionId, { ms: leaseMs, now: deps.now() })
  if (hold.hold === 'done') return
  if (hold.hold === 'others') throw new TongbanError('TB_SOURCE_BUSY', { source: submissionId })
  const { held } = hold
  const attempt: Attempt = { sent: false }
  try {
    const owner = deps.directory.require('cases', ownerSubject(held.item))
    const outcome = await hand(deps, owner, held, run, attempt)
    if (outcome.outcome === 'taken')
      await settleTaken(deps, cases, { held, source: owner.source, taken: outcome.taken })
    else await settleRefused(deps, { held, source: owner.source, reason: outcome.reason })
  } catch (error) {
    const early = error instanceof TooEarlyError && !run.lastAttempt
    if (run.signal.aborted || early) await handBack(deps, held, attempt.sent)
    else await letGo(deps, held, { error, sent: attempt.sent, givenUp: run.lastAttempt })
    if (run.signal.aborted || !run.lastAttempt) throw error
  }
}

/** What has been done in an attempt; what fails after it was sent may have happened all the same. */
interface Attempt {
  sent: boolean
}

/**
 * Whatever became of an earlier attempt (time-out, reset, crash before its answer was written down), only the owner
 * knows, and not before it has settled: a slow one may take it after the gateway has given up. So it is left that time, then
 * asked, and only what it does not have is sent again.
 */
async function hand(
  { seal, now }: DomainDeps,
  { source, port }: Owner,
  held: Held,
  run: JobRun,
  attempt: Attempt,
): Promise<Outcome> {
  const context: CallContext = { signal: run.signal, deadline: now().getTime() + callsMs }
  if (held.sentAgoMs !== null) {
    if (held.sentAgoMs < (source.limits?.settleMs ?? defaultLimits.settleMs)) throw new TooEarlyError(source)
    const { value, provenance } = await port.findByReference(held.id, context)
    if (value !== null) return takenFrom(held, source.id, { value, provenance })
  }
  attempt.sent = true
  const { value, provenance } = await port.submit(outgoing(seal, held), context)
  if (value.outcome === 'refused') return value
  if (value.outcome === 'waiting') throw new TooEarlyError(source)
  return takenFrom(held, source.id, { value: value.case, provenance })
}

/** The owner may still be taking what was sent, or has not said anything about it: nothing is wrong, it is asked later. */
class TooEarlyError extends TongbanError {
  constructor({ id, title }: Source) {
    super('TB_SOURCE_BUSY', { source: title }, { source: id })
  }
}

function takenFrom(held: Held, sourceId: string, { value, provenance }: Sourced<SourceCaseInput>): Outcome {
  const told = parseCase(value, sourceId)
  // a case under another reference is somebody else's: taking it would show one applicant's case to another
  if (told.reference !== null && told.reference !== held.id)
    throw new TongbanError(
      'TB_SOURCE_SHAPE',
      { source: sourceId, detail: 'cases.reference: belongs to another submission' },
      { source: sourceId },
    )
  return { outcome: 'taken', taken: { value: told, provenance } }
}
