// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { changeCall } from '../calls/change.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import type * as types from './types.ts'

/** The text of {@link applicantsIdentify}. */
export const applicantsIdentifyDocument: TongbanDocument<types.ApplicantsIdentifyMutation, types.ApplicantsIdentifyMutationVariables> =
  "mutation applicantsIdentify($documentType:IdentityDocumentType!$documentNumber:String!$name:String!$level:IdentityLevel!){identifyApplicant(input:{documentType:$documentType documentNumber:$documentNumber name:$name level:$level}){applicant{...ApplicantFields}userErrors{...UserErrorFields}}}fragment ApplicantFields on Applicant{handle kind name documentType documentNumber level registerCheck expiresAt}fragment UserErrorFields on UserError{code path message}"

/** Exchange an identity for an opaque handle. 以身份信息换取句柄。 */
export const applicantsIdentify = (client: TongbanClient, variables: types.ApplicantsIdentifyMutationVariables, options?: CallOptions) =>
  changeCall(client, applicantsIdentifyDocument, variables, options, ({ identifyApplicant: payload }) => payload && { value: payload.applicant, userErrors: payload.userErrors })
