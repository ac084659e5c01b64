import { TongbanError } from '@tongban/schema'
import type { ApplicantReference } from '../generated/resolvers.ts'

/** The one handle of a reference. @throws TongbanError `TB_INVALID_INPUT` when none or both are given */
export function handleOf({ person, organisation }: ApplicantReference): string {
  const handle = person ?? organisation
  if (handle && !(person && organisation)) return handle
  throw new TongbanError(
    'TB_INVALID_INPUT',
    { field: 'applicant', detail: 'person | organisation' },
    { path: ['applicant'] },
  )
}
