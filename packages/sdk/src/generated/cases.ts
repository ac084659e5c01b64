// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { TB_CASE_NOT_FOUND } from './local-errors.ts'
import type * as types from './types.ts'

/** The text of {@link casesGet}. */
export const casesGetDocument: TongbanDocument<types.CasesGetQuery, types.CasesGetQueryVariables> =
  "query casesGet($id:ID!){case(id:$id){...CaseFields}}fragment CaseFields on Case{id number state dataVersion light clock{limit{...DurationFields}startedOn dueOn elapsed suspended provisional}history{at state by note raw{...RawCodeFields}}supplements{askedAt dueOn parts{field material reason}}result{granted decidedAt reason certificateIdentifier}provenance{...ProvenanceFields}}fragment DurationFields on Duration{amount unit note}fragment RawCodeFields on RawCode{system code tableVersion}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}"

/** One case of the caller, as its owner last reported it. 查询办件。 */
export const casesGet = (client: TongbanClient, variables: types.CasesGetQueryVariables, options?: CallOptions) =>
  readCall(client, casesGetDocument, variables, options, (data) => data.case, TB_CASE_NOT_FOUND)

/** The text of {@link casesResult}. */
export const casesResultDocument: TongbanDocument<types.CasesResultQuery, types.CasesResultQueryVariables> =
  "query casesResult($id:ID!){case(id:$id){id number state result{granted decidedAt reason certificateIdentifier certificate{...CertificateFields verification{...VerificationFields}}}}}fragment CertificateFields on Certificate{id identifier type{...CertificateTypeFields}name number holder issuer{name creditCode}issuedOn validFrom validTo openEnded status face{name value}warnings provenance{...ProvenanceFields}}fragment CertificateTypeFields on CertificateType{code name}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}fragment VerificationFields on CertificateVerification{status certificateStatus signedBy checkedAt provenance{...ProvenanceFields}}"

/** The result of a case with its certificate, verified now; reading it leaves an access record. 查询办理结果及结果证照。 */
export const casesResult = (client: TongbanClient, variables: types.CasesResultQueryVariables, options?: CallOptions) =>
  readCall(client, casesResultDocument, variables, options, (data) => data.case, TB_CASE_NOT_FOUND)
