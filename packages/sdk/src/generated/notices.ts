// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { listCall, readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions, ListOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { TB_NOTICE_NOT_FOUND } from './local-errors.ts'
import type * as types from './types.ts'

/** The text of {@link noticesSearch}. */
export const noticesSearchDocument: TongbanDocument<types.NoticesSearchQuery, types.NoticesSearchQueryVariables> =
  "query noticesSearch($text:String$kinds:[NoticeKind!]$sectors:[TradingSector!]$divisions:[String!]$project:String$publishedFrom:Date$publishedTo:Date$first:Int$after:Cursor){notices(filter:{text:$text kinds:$kinds sectors:$sectors divisions:$divisions project:$project publishedFrom:$publishedFrom publishedTo:$publishedTo}first:$first after:$after){edges{node{...NoticeSummaryFields}}pageInfo{...PageInfoFields}totalCount}}fragment NoticeSummaryFields on TradingNotice{id kind nature sector title publishedAt division{...DivisionFields}project{code name ocid}period{from to lastDayForObjection}url}fragment DivisionFields on Division{code name fullName}fragment PageInfoFields on PageInfo{startCursor endCursor hasNextPage hasPreviousPage}"

/** Find notices of public-resource trading, newest first. 检索公共资源交易公告。 */
export const noticesSearch = (client: TongbanClient, variables: types.NoticesSearchQueryVariables = {}, options?: ListOptions) =>
  listCall(client, noticesSearchDocument, variables, options, (data) => data.notices)

/** The text of {@link noticesGet}. */
export const noticesGetDocument: TongbanDocument<types.NoticesGetQuery, types.NoticesGetQueryVariables> =
  "query noticesGet($id:ID!){notice(id:$id){...NoticeFields}}fragment NoticeFields on TradingNotice{...NoticeSummaryFields parties{...PartyFields}lots{number name tradeCode estimate{value currency}awards{rank bidders{name creditCode}price{...PriceFields}performance}}documentPrice{value currency}text unread provenance{...ProvenanceFields}}fragment NoticeSummaryFields on TradingNotice{id kind nature sector title publishedAt division{...DivisionFields}project{code name ocid}period{from to lastDayForObjection}url}fragment DivisionFields on Division{code name fullName}fragment PartyFields on TradingParty{role name creditCode}fragment PriceFields on Price{__typename ...on Money{value currency}...on Rate{percent of}...on UnstatedPrice{raw}}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness}"

/** One notice with its text, parties, lots and awards. 查询公告全文。 */
export const noticesGet = (client: TongbanClient, variables: types.NoticesGetQueryVariables, options?: CallOptions) =>
  readCall(client, noticesGetDocument, variables, options, (data) => data.notice, TB_NOTICE_NOT_FOUND)

/** The text of {@link noticesProject}. */
export const noticesProjectDocument: TongbanDocument<types.NoticesProjectQuery, types.NoticesProjectQueryVariables> =
  "query noticesProject($code:String!){tradingProject(code:$code){...ProjectFields}}fragment ProjectFields on TradingProject{id code name ocid sector division{...DivisionFields}notices{...NoticeSummaryFields}}fragment DivisionFields on Division{code name fullName}fragment NoticeSummaryFields on TradingNotice{id kind nature sector title publishedAt division{...DivisionFields}project{code name ocid}period{from to lastDayForObjection}url}"

/** A trading project with its notices, oldest first. 查询交易项目及其公告。 */
export const noticesProject = (client: TongbanClient, variables: types.NoticesProjectQueryVariables, options?: CallOptions) =>
  readCall(client, noticesProjectDocument, variables, options, (data) => data.tradingProject, TB_NOTICE_NOT_FOUND)
