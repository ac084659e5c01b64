// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { listCall, readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions, ListOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import type * as types from './types.ts'

/** The text of {@link certificatesList}. */
export const certificatesListDocument: TongbanDocument<types.CertificatesListQuery, types.CertificatesListQueryVariables> =
  "query certificatesList($holder:ApplicantHandle!$consent:ID!$types:[CertificateTypeCode!]$first:Int$after:Cursor){certificates(holder:$holder consent:$consent types:$types first:$first after:$after){edges{node{...CertificateFields}}pageInfo{...PageInfoFields}}}fragment CertificateFields on Certificate{id identifier type{...CertificateTypeFields}name number holder issuer{name creditCode}issuedOn validFrom validTo openEnded status face{name value}warnings provenance{...ProvenanceFields}}fragment CertificateTypeFields on CertificateType{code name}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}fragment PageInfoFields on PageInfo{startCursor endCursor hasNextPage hasPreviousPage}"

/** Certificates of a holder who consented; each call uses the consent once. 查询持证主体的证照。 */
export const certificatesList = (client: TongbanClient, variables: types.CertificatesListQueryVariables, options?: ListOptions) =>
  listCall(client, certificatesListDocument, variables, options, (data) => data.certificates)

/** The text of {@link certificatesVerify}. */
export const certificatesVerifyDocument: TongbanDocument<types.CertificatesVerifyQuery, types.CertificatesVerifyQueryVariables> =
  "query certificatesVerify($identifier:CertificateIdentifier!$purpose:String!){verifyCertificate(identifier:$identifier purpose:$purpose){...VerificationFields}}fragment VerificationFields on CertificateVerification{status certificateStatus signedBy checkedAt provenance{...ProvenanceFields}}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}"

/** Whether a certificate somebody shows is genuine and in force. 核验他人出示的证照。 */
export const certificatesVerify = (client: TongbanClient, variables: types.CertificatesVerifyQueryVariables, options?: CallOptions) =>
  readCall(client, certificatesVerifyDocument, variables, options, (data) => data.verifyCertificate)
