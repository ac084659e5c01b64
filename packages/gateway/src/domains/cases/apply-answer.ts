import type { Sourced } from '../../sources/source.ts'
import { appendEvents } from '../../work/event-log/event-log.ts'
import type { DomainDeps } from '../domain.ts'
import { eventsOf } from './events.ts'
import { merge, stateOf, viewOf } from './mirror.ts'
import { isSettled, slotAfter } from './pace.ts'
import type { SourceCase } from './port.ts'
import type { CaseRecord } from './record.ts'
import { addReports, lockCase, updateCase } from './store.ts'

type Deps = Pick<DomainDeps, 'store' | 'now' | 'settings'>

/**
 * Takes an answer of the owner into the mirror: reports, details and the client's events together.
 *
 * @returns whether it said anything new
 */
export async function applyAnswer(deps: Deps, known: CaseRecord, answer: Sourced<SourceCase>): Promise<boolean> {
  // most answers bring nothing new, and finding that out needs no lock
  if (!merge(known, answer.value).changed) return false
  return deps.store.transaction(async (trx) => {
    const current = await lockCase(trx, known.id)
    if (current === undefined) return false
    const merged = merge(current, answer.value)
    // another answer may have said it between the first look and the lock
    if (!merged.changed) return false
    const now = deps.now()
    const reports = [...current.reports, ...merged.added]
    await addReports(trx, current.id, { after: current.reports.length, reports: merged.added, at: now })
    await updateCase(trx, current.id, {
      data_version: merged.dataVersion,
      details: merged.details,
      changed_at: now,
      ...fetchOf(answer),
      ...nextPoll(deps, reports, now),
    })
    await appendEvents(trx, current.clientId, eventsOf(current, { ...current, ...merged.details, reports }, now))
    return true
  })
}

/** When and as of when an answer was had, as columns. */
export const fetchOf = ({ provenance }: Pick<Sourced<unknown>, 'provenance'>) => ({
  fetched_at: new Date(provenance.fetchedAt),
  as_of: provenance.asOf === null ? null : new Date(provenance.asOf),
})

/** After news, the next ones are likely soon. */
export function nextPoll({ settings: { polling } }: Pick<Deps, 'settings'>, reports: CaseRecord['reports'], now: Date) {
  const settled = isSettled(stateOf(viewOf(reports)))
  return {
    poll_wait_ms: polling.fastestMs,
    next_poll_at: settled ? null : slotAfter(now, polling.fastestMs, polling),
  }
}
