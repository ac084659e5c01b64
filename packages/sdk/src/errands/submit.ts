import type { Call } from '../calls/call.ts'
import { submissionsSubmit as submit } from '../generated/submissions.ts'
import type { SubmissionFieldsFragment, SubmissionsSubmitMutationVariables } from '../generated/types.ts'
import type { KeyedCallOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { type ApplicantLike, applicantReference, type IdLike, type ItemLike, idOf, itemCode } from './references.ts'
import type { RequestedConsent } from './request-consent.ts'

/** What to hand in, apart from who applies. */
interface ErrandInput
  extends Pick<SubmissionsSubmitMutationVariables, 'division' | 'answers' | 'form' | 'materials' | 'mode'> {
  readonly item: ItemLike
}

/** Who applies: said, or known from the consent that was requested. */
type ApplicantOfErrand =
  | { readonly applicant: ApplicantLike; readonly consent?: IdLike }
  | { readonly applicant?: undefined; readonly consent: Pick<RequestedConsent, 'id' | 'applicant'> }

/** An errand to hand in. */
export type SubmitInput = ErrandInput & ApplicantOfErrand

/**
 * Hand in an errand; the answer is a durable receipt. 提交申请,返回即已持久保存。
 *
 * @throws TongbanError `TB_USER_ERRORS` with what to correct
 * @example
 * const submission = await tongban.submissions.submit({ item, answers, materials, consent }, { idempotencyKey: loan.id })
 * submission.receiptNumber
 */
export function submissionsSubmit(
  client: TongbanClient,
  input: SubmitInput,
  options?: KeyedCallOptions,
): Call<SubmissionFieldsFragment> {
  const { item, division, answers, form, materials, mode, consent } = input
  const applicant = applicantReference(input.applicant ?? input.consent.applicant)
  const variables = {
    item: itemCode(item),
    division,
    applicant,
    answers,
    form,
    materials,
    mode,
    consent: consent && idOf(consent),
  }
  return submit(client, variables, options)
}
