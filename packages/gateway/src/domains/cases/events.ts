import type { ClientEvent } from '../../work/event-log/event-log.ts'
import { stateOf, viewOf } from './mirror.ts'
import type { CaseRecord, MirroredReport } from './record.ts'

type Progress = Pick<CaseRecord, 'id' | 'submissionId' | 'reports' | 'supplements'>

/** What a client is told when a case moves on: each new state, each supplement, and the decision once. */
export function eventsOf(before: Progress, after: Progress, at: Date): readonly ClientEvent[] {
  const event = (type: string, data: ClientEvent['data']): ClientEvent => ({
    type,
    at,
    submissionId: after.submissionId,
    data: { case: after.id, ...data },
  })
  const [was, is] = [viewOf(before.reports), viewOf(after.reports)]
  const asked = after.supplements.slice(before.supplements.length)
  return [
    ...after.reports.slice(before.reports.length).map((report) => event('case.reported', reported(report))),
    ...(is.state === was.state ? [] : [event('case.changed', { state: stateOf(is) })]),
    ...asked.map(({ askedAt, dueOn }) => event('case.supplement-asked', { askedAt, dueOn })),
    ...(is.decision === undefined || is.decision === was.decision
      ? []
      : [event('case.decided', { decision: is.decision })]),
  ]
}

const reported = ({ state, at, dataVersion }: MirroredReport) => ({ state, at, dataVersion })
