// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { listCall, readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions, ListOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { TB_NOTICE_NOT_FOUND } from './local-errors.ts'
import type * as types from './types.ts'

/** The text of {@link noticesSearch}. */
export const noticesSearchDocument: TongbanDocument<types.NoticesSearchQuery, types.NoticesSearchQueryVariables> =
  "query noticesSearch($text:String$kinds:[NoticeKind!]$sectors:[TradingSector!]$divisions:[String!]$project:String$publishedFrom:Date$publishedTo:Date$first:Int$after:Cursor){notices(filter:{text:$text kinds:$kinds sectors:$sectors divisions:$divisions project:$project publishedFrom:$publishedFrom publishedTo:$publishedTo}first:$first after:$after){edges{node{...NoticeSummaryFields}}pageInfo{...PageInfoFields}totalCount}}fragment NoticeSummaryFields on TradingNotice{id kind nature sector title publishedAt division{...DivisionFields}project{code name ocid}lots{number name awards{...AwardFields}}period{...PeriodFields}url}fragment DivisionFields on Division{code name fullName}fragment AwardFields on Award{rank bidders{name creditCode}price{...PriceFields}}fragment PriceFields on Price{...OnePriceFields ...on SeveralPrices{parts{label price{...OnePriceFields}}raw}}fragment OnePriceFields on Price{__typename ...on Money{...MoneyFields}...on Rate{percent of meaning raw}...on UnitPrice{amount{...MoneyFields}per raw}...on UnstatedPrice{raw}}fragment MoneyFields on Money{value currency}fragment PeriodFields on NoticePeriod{kind from to lastDayForObjection}fragment PageInfoFields on PageInfo{startCursor endCursor hasNextPage hasPreviousPage}"

/** Find notices of public-resource trading, newest first. 检索公共资源交易公告。 */
export const noticesSearch = (client: TongbanClient, variables: types.NoticesSearchQueryVariables = {}, options?: ListOptions) =>
  listCall(client, noticesSearchDocument, variables, options, (data) => data.notices)

/** The text of {@link noticesGet}. */
export const noticesGetDocument: TongbanDocument<types.NoticesGetQuery, types.NoticesGetQueryVariables> =
  "query noticesGet($id:ID!){notice(id:$id){...NoticeFields}}fragment NoticeFields on TradingNotice{...NoticeSummaryFields parties{...PartyFields}lots{tradeCode estimate{...MoneyFields}bids{bidders{name creditCode}price{...PriceFields}performance}awards{performance}}periods{...PeriodFields}jointBid media related{id title}first{id title}documentPrice{...MoneyFields}text unread provenance{...ProvenanceFields}}fragment NoticeSummaryFields on TradingNotice{id kind nature sector title publishedAt division{...DivisionFields}project{code name ocid}lots{number name awards{...AwardFields}}period{...PeriodFields}url}fragment DivisionFields on Division{code name fullName}fragment AwardFields on Award{rank bidders{name creditCode}price{...PriceFields}}fragment PriceFields on Price{...OnePriceFields ...on SeveralPrices{parts{label price{...OnePriceFields}}raw}}fragment OnePriceFields on Price{__typename ...on Money{...MoneyFields}...on Rate{percent of meaning raw}...on UnitPrice{amount{...MoneyFields}per raw}...on UnstatedPrice{raw}}fragment MoneyFields on Money{value currency}fragment PeriodFields on NoticePeriod{kind from to lastDayForObjection}fragment PartyFields on TradingParty{role name creditCode}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}"

/** One notice with its text, parties, lots and awards. 查询公告全文。 */
export const noticesGet = (client: TongbanClient, variables: types.NoticesGetQueryVariables, options?: CallOptions) =>
  readCall(client, noticesGetDocument, variables, options, (data) => data.notice, TB_NOTICE_NOT_FOUND)

/** The text of {@link noticesProject}. */
export const noticesProjectDocument: TongbanDocument<types.NoticesProjectQuery, types.NoticesProjectQueryVariables> =
  "query noticesProject($code:String!$source:String){tradingProject(code:$code source:$source){...ProjectFields}}fragment ProjectFields on TradingProject{id code name ocid sector division{...DivisionFields}notices{...NoticeSummaryFields}provenance{...ProvenanceFields}}fragment DivisionFields on Division{code name fullName}fragment NoticeSummaryFields on TradingNotice{id kind nature sector title publishedAt division{...DivisionFields}project{code name ocid}lots{number name awards{...AwardFields}}period{...PeriodFields}url}fragment AwardFields on Award{rank bidders{name creditCode}price{...PriceFields}}fragment PriceFields on Price{...OnePriceFields ...on SeveralPrices{parts{label price{...OnePriceFields}}raw}}fragment OnePriceFields on Price{__typename ...on Money{...MoneyFields}...on Rate{percent of meaning raw}...on UnitPrice{amount{...MoneyFields}per raw}...on UnstatedPrice{raw}}fragment MoneyFields on Money{value currency}fragment PeriodFields on NoticePeriod{kind from to lastDayForObjection}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}"

/** A trading project with its notices, oldest first. Name the source where several platforms use the code. 查询交易项目及其公告。 */
export const noticesProject = (client: TongbanClient, variables: types.NoticesProjectQueryVariables, options?: CallOptions) =>
  readCall(client, noticesProjectDocument, variables, options, (data) => data.tradingProject, TB_NOTICE_NOT_FOUND)
