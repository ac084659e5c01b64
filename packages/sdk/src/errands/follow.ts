import { endedCaseStates } from '../generated/ended-case-states.ts'
import { submissionsGet } from '../generated/submissions.ts'
import type { CaseState, SubmissionFieldsFragment, SubmissionState } from '../generated/types.ts'
import type { WaitOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { askAgainLater, pause } from './poll.ts'
import { type IdLike, idOf } from './references.ts'

/** Submissions that will never have a case. */
const finalSubmissionStates: ReadonlySet<SubmissionState> = new Set(['REFUSED', 'EXPIRED'])

const endedCases: ReadonlySet<CaseState> = new Set(endedCaseStates)

const isFinal = (submission: SubmissionFieldsFragment): boolean =>
  finalSubmissionStates.has(submission.state) || (submission.case !== null && endedCases.has(submission.case.state))

/** What makes a submission a new one for a follower. A late report may add to the history without changing the state. */
const fingerprint = ({ state, case: owned }: SubmissionFieldsFragment): string =>
  JSON.stringify([state, owned && [owned.state, owned.dataVersion, owned.history.length, owned.supplements.length]])

/**
 * Follows a submission: gives it at once, then whenever its state or its case has changed, and ends when the case has.
 * Trouble that passes by itself is waited out; `signal` ends the wait with `TB_CANCELLED`.
 *
 * @example
 * for await (const { state, case: owned } of tongban.submissions.follow(submission, { signal })) {
 *   if (owned?.result) break
 * }
 */
export async function* submissionsFollow(
  client: TongbanClient,
  submission: IdLike,
  options: WaitOptions = {},
): AsyncGenerator<SubmissionFieldsFragment, void, undefined> {
  const id = idOf(submission)
  for (let seen: string | undefined; ; await pause(client, options, options.intervalMs ?? 5_000)) {
    const current = await askAgainLater(submissionsGet(client, { id }, options))
    if (current === undefined || fingerprint(current) === seen) continue
    seen = fingerprint(current)
    yield current
    if (isFinal(current)) return
  }
}
