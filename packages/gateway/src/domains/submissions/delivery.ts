import { TongbanError } from '@tongban/schema'
import type { Authority } from '../../sources/directory.ts'
import type { CallContext, Sourced } from '../../sources/source.ts'
import type { JobDefinition, JobRun } from '../../work/queue.ts'
import { parseCase } from '../cases/parse-case.ts'
import type { SourceCase, SourceCaseInput } from '../cases/port.ts'
import type { CasesService } from '../cases/service.ts'
import type { DomainDeps } from '../domain.ts'
import type { Ports } from '../ports.ts'
import { type DeliveryData, deliveryJob } from './delivery-job.ts'
import { type Held, takeHold } from './delivery-store.ts'
import { outgoing } from './outgoing.ts'
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
  const now = deps.now()
  const hold = await takeHold(deps.store.db, submissionId, now, new Date(now.getTime() + leaseMs))
  if (hold.hold === 'done') return
  if (hold.hold === 'others') throw new TongbanError('TB_SOURCE_BUSY', { source: submissionId })
  const { held } = hold
  try {
    const { divisionCode: division, type: itemType, code: itemCode } = held.item
    const owner = deps.directory.require('cases', { division, itemType, itemCode })
    const outcome = await hand(deps, owner, held, run)
    if (outcome.outcome === 'taken')
      await settleTaken(deps, cases, { held, source: owner.source, taken: outcome.taken })
    else await settleRefused(deps, { held, source: owner.source, reason: outcome.reason })
  } catch (error) {
    if (run.signal.aborted) await handBack(deps, held)
    else await letGo(deps, held, error, run.lastAttempt)
    if (run.signal.aborted || !run.lastAttempt) throw error
  }
}

/**
 * Whatever became of an earlier attempt (time-out, reset, crash before its answer was written down), only the owner
 * knows; so it is asked before anything is sent again.
 */
async function hand({ seal, now }: DomainDeps, { source, port }: Owner, held: Held, run: JobRun): Promise<Outcome> {
  const context: CallContext = { signal: run.signal, deadline: now().getTime() + callsMs }
  if (held.attempts > 1) {
    const { value, provenance } = await port.findByReference(held.id, context)
    if (value !== null) return takenFrom(held, source.id, { value, provenance })
  }
  const { value, provenance } = await port.submit(outgoing(seal, held), context)
  if (value.outcome === 'refused') return value
  return takenFrom(held, source.id, { value: value.case, provenance })
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
