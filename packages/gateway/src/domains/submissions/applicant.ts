import { type Locale, TongbanError } from '@tongban/schema'
import type { ApplicantReference } from '../generated/resolvers.ts'
import { refusalWords } from './refusal-words.ts'

/** The one handle of a reference. @throws TongbanError `TB_INVALID_INPUT` when none or both are given */
export function handleOf({ person, organisation }: ApplicantReference, locale: Locale): string {
  const handle = person ?? organisation
  if (handle && !(person && organisation)) return handle
  throw new TongbanError(
    'TB_INVALID_INPUT',
    { field: 'applicant', detail: refusalWords(locale).oneApplicant },
    { path: ['applicant'] },
  )
}
