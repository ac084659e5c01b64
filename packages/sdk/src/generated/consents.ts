// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { changeCall, keyedCall } from '../calls/change.ts'
import { readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions, KeyedCallOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { TB_CONSENT_NOT_FOUND } from './local-errors.ts'
import type * as types from './types.ts'

/** The text of {@link consentsRequest}. */
export const consentsRequestDocument: TongbanDocument<types.ConsentsRequestMutation, types.ConsentsRequestMutationVariables> =
  "mutation consentsRequest($applicant:ApplicantHandle!$certificateTypes:[CertificateTypeCode!]!$purpose:String!$uses:Int$validMinutes:Int$idempotencyKey:IdempotencyKey!){requestConsent(input:{applicant:$applicant certificateTypes:$certificateTypes purpose:$purpose uses:$uses validMinutes:$validMinutes}idempotencyKey:$idempotencyKey){consent{...ConsentFields}userErrors{...UserErrorFields}}}fragment ConsentFields on Consent{id state certificateTypes{...CertificateTypeFields}purpose client uses usesLeft requestedAt decidedAt expiresAt matchCode}fragment CertificateTypeFields on CertificateType{code name}fragment UserErrorFields on UserError{code path message}"

/** Ask the citizen for permission to read certificates. 向申请人请求授权。 */
export const consentsRequest = (client: TongbanClient, variables: Omit<types.ConsentsRequestMutationVariables, 'idempotencyKey'>, options?: KeyedCallOptions) =>
  keyedCall(client, consentsRequestDocument, variables, options, ({ requestConsent: payload }) => payload && { value: payload.consent, userErrors: payload.userErrors })

/** The text of {@link consentsGet}. */
export const consentsGetDocument: TongbanDocument<types.ConsentsGetQuery, types.ConsentsGetQueryVariables> =
  "query consentsGet($id:ID!){consent(id:$id){...ConsentFields}}fragment ConsentFields on Consent{id state certificateTypes{...CertificateTypeFields}purpose client uses usesLeft requestedAt decidedAt expiresAt matchCode}fragment CertificateTypeFields on CertificateType{code name}"

/** A consent the caller asked for or must answer. 查询授权。 */
export const consentsGet = (client: TongbanClient, variables: types.ConsentsGetQueryVariables, options?: CallOptions) =>
  readCall(client, consentsGetDocument, variables, options, (data) => data.consent, TB_CONSENT_NOT_FOUND)

/** The text of {@link consentsDecide}. */
export const consentsDecideDocument: TongbanDocument<types.ConsentsDecideMutation, types.ConsentsDecideMutationVariables> =
  "mutation consentsDecide($id:ID!$matchCode:String!$granted:Boolean!){decideConsent(id:$id matchCode:$matchCode granted:$granted){consent{...ConsentFields}userErrors{...UserErrorFields}}}fragment ConsentFields on Consent{id state certificateTypes{...CertificateTypeFields}purpose client uses usesLeft requestedAt decidedAt expiresAt matchCode}fragment CertificateTypeFields on CertificateType{code name}fragment UserErrorFields on UserError{code path message}"

/** The citizen says yes or no, on their own device. 申请人在本人设备上同意或拒绝。 */
export const consentsDecide = (client: TongbanClient, variables: types.ConsentsDecideMutationVariables, options?: CallOptions) =>
  changeCall(client, consentsDecideDocument, variables, options, ({ decideConsent: payload }) => payload && { value: payload.consent, userErrors: payload.userErrors })

/** The text of {@link consentsRevoke}. */
export const consentsRevokeDocument: TongbanDocument<types.ConsentsRevokeMutation, types.ConsentsRevokeMutationVariables> =
  "mutation consentsRevoke($id:ID!){revokeConsent(id:$id){consent{...ConsentFields}userErrors{...UserErrorFields}}}fragment ConsentFields on Consent{id state certificateTypes{...CertificateTypeFields}purpose client uses usesLeft requestedAt decidedAt expiresAt matchCode}fragment CertificateTypeFields on CertificateType{code name}fragment UserErrorFields on UserError{code path message}"

/** End a consent before its time. 撤销授权。 */
export const consentsRevoke = (client: TongbanClient, variables: types.ConsentsRevokeMutationVariables, options?: CallOptions) =>
  changeCall(client, consentsRevokeDocument, variables, options, ({ revokeConsent: payload }) => payload && { value: payload.consent, userErrors: payload.userErrors })
