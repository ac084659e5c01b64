// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { keyedCall } from '../calls/change.ts'
import { listCall, readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions, KeyedCallOptions, ListOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { TB_SUBMISSION_NOT_FOUND } from './local-errors.ts'
import type * as types from './types.ts'

/** The text of {@link submissionsSubmit}. */
export const submissionsSubmitDocument: TongbanDocument<types.SubmissionsSubmitMutation, types.SubmissionsSubmitMutationVariables> =
  "mutation submissionsSubmit($item:ItemCode!$division:DivisionCode$applicant:ApplicantReference!$answers:SituationAnswers!$form:FormData$materials:[SubmittedMaterialInput!]!$consent:ID$mode:SubmissionMode$idempotencyKey:IdempotencyKey!){submitCase(input:{item:$item division:$division applicant:$applicant answers:$answers form:$form materials:$materials consent:$consent mode:$mode}idempotencyKey:$idempotencyKey){submission{...SubmissionFields}userErrors{...UserErrorFields}}}fragment SubmissionFields on Submission{id receiptNumber state stateReason mode item{id code name}itemVersion submittedAt answers materials{key name satisfaction}custody{at by{name branch operator}action note}case{...CaseFields}}fragment CaseFields on Case{id number state dataVersion light clock{limit{...DurationFields}startedOn dueOn elapsed suspended provisional}history{at state by note raw{...RawCodeFields}}supplements{askedAt dueOn parts{field material reason}}result{granted decidedAt reason certificateIdentifier}provenance{...ProvenanceFields}}fragment DurationFields on Duration{amount unit note}fragment RawCodeFields on RawCode{system code tableVersion}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}fragment UserErrorFields on UserError{code path message}"

/** Hand in an errand; the answer is a durable receipt. 提交申请,返回即已持久保存。 */
export const submissionsSubmit = (client: TongbanClient, variables: Omit<types.SubmissionsSubmitMutationVariables, 'idempotencyKey'>, options?: KeyedCallOptions) =>
  keyedCall(client, submissionsSubmitDocument, variables, options, ({ submitCase: payload }) => payload && { value: payload.submission, userErrors: payload.userErrors })

/** The text of {@link submissionsGet}. */
export const submissionsGetDocument: TongbanDocument<types.SubmissionsGetQuery, types.SubmissionsGetQueryVariables> =
  "query submissionsGet($id:ID!){submission(id:$id){...SubmissionFields}}fragment SubmissionFields on Submission{id receiptNumber state stateReason mode item{id code name}itemVersion submittedAt answers materials{key name satisfaction}custody{at by{name branch operator}action note}case{...CaseFields}}fragment CaseFields on Case{id number state dataVersion light clock{limit{...DurationFields}startedOn dueOn elapsed suspended provisional}history{at state by note raw{...RawCodeFields}}supplements{askedAt dueOn parts{field material reason}}result{granted decidedAt reason certificateIdentifier}provenance{...ProvenanceFields}}fragment DurationFields on Duration{amount unit note}fragment RawCodeFields on RawCode{system code tableVersion}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}"

/** One submission of the caller, by identifier or receipt number. 按标识或回执编号查询收件。 */
export const submissionsGet = (client: TongbanClient, variables: types.SubmissionsGetQueryVariables, options?: CallOptions) =>
  readCall(client, submissionsGetDocument, variables, options, (data) => data.submission, TB_SUBMISSION_NOT_FOUND)

/** The text of {@link submissionsList}. */
export const submissionsListDocument: TongbanDocument<types.SubmissionsListQuery, types.SubmissionsListQueryVariables> =
  "query submissionsList($states:[SubmissionState!]$first:Int$after:Cursor){submissions(states:$states first:$first after:$after){edges{node{...SubmissionSummaryFields}}pageInfo{...PageInfoFields}}}fragment SubmissionSummaryFields on Submission{id receiptNumber state mode item{id code name}submittedAt case{id number state light}}fragment PageInfoFields on PageInfo{startCursor endCursor hasNextPage hasPreviousPage}"

/** Submissions of the caller, newest first. 收件列表,最新在前。 */
export const submissionsList = (client: TongbanClient, variables: types.SubmissionsListQueryVariables = {}, options?: ListOptions) =>
  listCall(client, submissionsListDocument, variables, options, (data) => data.submissions)
