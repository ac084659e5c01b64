export type { Auth, TokenControl } from './auth/auth.ts'
export { bearer } from './auth/bearer.ts'
export type { Call } from './calls/call.ts'
export type { ListCall } from './calls/list-call.ts'
export type { ResponseInfo } from './calls/outcome.ts'
export type { Page, PageInfo } from './calls/page.ts'
export { request } from './calls/request.ts'
export type { AbortSignalLike } from './cancel/signal.ts'
export { createTongbanClient } from './client.ts'
export type { TongbanDocument } from './document.ts'
export type { CheckMaterialsInput, MaterialsCheck, SatisfiableMaterial } from './errands/check-materials.ts'
export { itemsCheckMaterials } from './errands/check-materials.ts'
export type { FeedOptions, FollowOptions } from './errands/events.ts'
export { eventsFollow, eventsIterate } from './errands/events.ts'
export { submissionsFollow } from './errands/follow.ts'
export type { ApplicantLike, CertificateTypeLike, IdLike, ItemLike } from './errands/references.ts'
export type { RequestConsentInput, RequestedCertificate, RequestedConsent } from './errands/request-consent.ts'
export { consentsRequest } from './errands/request-consent.ts'
export type { SubmitInput } from './errands/submit.ts'
export { submissionsSubmit } from './errands/submit.ts'
export type { Locale, TongbanAct, TongbanErrorCode } from './errors/code.ts'
export type { ErrorEntry, UserErrorEntry } from './errors/entry.ts'
export { isTongbanError, TongbanError, type TongbanErrorDetails } from './errors/error.ts'
export { isPartialAnswer, type PartialAnswerError } from './errors/partial.ts'
export * from './generated/access-records.ts'
export * from './generated/applicants.ts'
export * from './generated/cases.ts'
export * from './generated/certificates.ts'
export {
  consentsDecide,
  consentsDecideDocument,
  consentsGet,
  consentsGetDocument,
  consentsRequestDocument,
  consentsRevoke,
  consentsRevokeDocument,
} from './generated/consents.ts'
export * from './generated/events.ts'
export {
  itemsByCodes,
  itemsByCodesDocument,
  itemsCheckMaterialsDocument,
  itemsFacets,
  itemsFacetsDocument,
  itemsGet,
  itemsGetDocument,
  itemsSearch,
  itemsSearchDocument,
} from './generated/items.ts'
export * from './generated/notices.ts'
export * from './generated/sources.ts'
export {
  submissionsGet,
  submissionsGetDocument,
  submissionsList,
  submissionsListDocument,
  submissionsSubmitDocument,
} from './generated/submissions.ts'
export type * from './generated/types.ts'
export * from './generated/webhooks.ts'
export type * from './models.ts'
export type {
  CallOptions,
  HeaderOptions,
  KeyedCallOptions,
  ListOptions,
  Operator,
  TongbanOptions,
  WaitOptions,
} from './options.ts'
export type { FetchLike, Platform } from './platform.ts'
export type { TongbanEvent } from './request/event.ts'
export type { TongbanClient } from './settings.ts'
export { createTongban, type Tongban } from './tongban.ts'
export { fetchTransport } from './transport/fetch.ts'
export type { Transport, TransportControl, TransportRequest, TransportResponse } from './transport/transport.ts'
