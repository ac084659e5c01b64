/** States a case can be reported in: the superset of what systems of several provinces use. */
export const caseStateNames = [
  'DRAFT',
  'SUBMITTED',
  'RECEIVED',
  'PRE_REVIEW',
  'SUPPLEMENT',
  'ACCEPTED',
  'IN_REVIEW',
  'SUSPENDED',
  'APPROVED',
  'REJECTED',
  'CERT_ISSUED',
  'DELIVERED',
  'NOT_ACCEPTED',
  'RETURNED',
  'SUPPLEMENT_EXPIRED',
  'FORWARDED',
  'WITHDRAWN',
  'CLOSED',
  'VOID',
] as const

/** A state of a case. */
export type CaseStateName = (typeof caseStateNames)[number]

const exitsBeforeDecision = ['RETURNED', 'WITHDRAWN', 'FORWARDED', 'VOID'] as const

/**
 * Which step may directly follow which. Real histories skip steps, so what counts is whether a state can be reached
 * ({@link canReach}), not whether it is next.
 */
export const allowedSteps: Readonly<Record<CaseStateName, readonly CaseStateName[]>> = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN', 'VOID'],
  SUBMITTED: ['RECEIVED', ...exitsBeforeDecision],
  RECEIVED: ['PRE_REVIEW', 'SUPPLEMENT', 'ACCEPTED', 'NOT_ACCEPTED', ...exitsBeforeDecision],
  PRE_REVIEW: ['SUPPLEMENT', 'ACCEPTED', 'NOT_ACCEPTED', ...exitsBeforeDecision],
  SUPPLEMENT: ['RECEIVED', 'PRE_REVIEW', 'ACCEPTED', 'NOT_ACCEPTED', 'SUPPLEMENT_EXPIRED', ...exitsBeforeDecision],
  ACCEPTED: ['IN_REVIEW', 'SUSPENDED', ...exitsBeforeDecision],
  IN_REVIEW: ['SUSPENDED', 'APPROVED', 'REJECTED', ...exitsBeforeDecision],
  // A special procedure may be a supplement too, and one that is never answered ends the case.
  SUSPENDED: ['IN_REVIEW', 'SUPPLEMENT_EXPIRED', ...exitsBeforeDecision],
  APPROVED: ['CERT_ISSUED', 'DELIVERED', 'CLOSED', 'VOID'],
  REJECTED: ['DELIVERED', 'CLOSED', 'VOID'],
  CERT_ISSUED: ['DELIVERED', 'CLOSED', 'VOID'],
  DELIVERED: ['CLOSED', 'VOID'],
  // Systems that close everything report 办结 after an exit as well.
  NOT_ACCEPTED: ['CLOSED', 'VOID'],
  RETURNED: ['CLOSED', 'VOID'],
  SUPPLEMENT_EXPIRED: ['CLOSED', 'VOID'],
  FORWARDED: ['CLOSED', 'VOID'],
  WITHDRAWN: ['CLOSED', 'VOID'],
  CLOSED: ['VOID'],
  VOID: [],
}

/**
 * How far along each state is. States of one number alternate (挂起 and 在办, 补正 and 收件) and the later one counts.
 * Everything that ends a case is above everything that does not, so no late report reopens an ended case.
 */
export const progress: Readonly<Record<CaseStateName, number>> = {
  DRAFT: 0,
  SUBMITTED: 1,
  RECEIVED: 2,
  PRE_REVIEW: 2,
  SUPPLEMENT: 2,
  ACCEPTED: 3,
  IN_REVIEW: 4,
  SUSPENDED: 4,
  APPROVED: 5,
  REJECTED: 5,
  CERT_ISSUED: 6,
  DELIVERED: 7,
  NOT_ACCEPTED: 8,
  RETURNED: 8,
  SUPPLEMENT_EXPIRED: 8,
  FORWARDED: 8,
  WITHDRAWN: 8,
  CLOSED: 9,
  VOID: 10,
}

/** Whether a case in this state has ended; nothing but a closing note, a voiding or a corrected report may follow. */
export const isEnded = (state: CaseStateName): boolean => progress[state] >= progress.NOT_ACCEPTED

/** Whether allowed steps, one or several, lead from one state to another. */
export const canReach = (from: CaseStateName, to: CaseStateName): boolean => reachable.get(from)?.has(to) ?? false

const reachable = new Map(caseStateNames.map((state) => [state, statesAfter(state)]))

function statesAfter(start: CaseStateName): ReadonlySet<CaseStateName> {
  const found = new Set(allowedSteps[start])
  for (const state of found) for (const next of allowedSteps[state]) found.add(next)
  return found
}
