// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { listCall, readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions, ListOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import { TB_ITEM_NOT_FOUND } from './local-errors.ts'
import type * as types from './types.ts'

/** The text of {@link itemsSearch}. */
export const itemsSearchDocument: TongbanDocument<types.ItemsSearchQuery, types.ItemsSearchQueryVariables> =
  "query itemsSearch($text:String$division:DivisionCode$types:[ItemType!]$agencies:[String!]$audience:[Audience!]$onlineDepth:[OnlineDepth!]$handlingArea:[HandlingArea!]$topics:[String!]$first:Int$after:Cursor){items(filter:{text:$text division:$division types:$types agencies:$agencies audience:$audience onlineDepth:$onlineDepth handlingArea:$handlingArea topics:$topics}first:$first after:$after){edges{node{...ItemSummaryFields}}pageInfo{...PageInfoFields}totalCount}}fragment ItemSummaryFields on ServiceItem{id code name mainItem type state division{...DivisionFields}agency{code name}audience visits handlingAreas timeLimit{promised{...StatedDurationFields}}channels{onlineDepth}}fragment DivisionFields on Division{code name fullName}fragment StatedDurationFields on StatedDuration{amount unit note}fragment PageInfoFields on PageInfo{startCursor endCursor hasNextPage hasPreviousPage}"

/** Find service items by Chinese text, pinyin or initials, best match first. 按中文、拼音或首字母检索事项。 */
export const itemsSearch = (client: TongbanClient, variables: types.ItemsSearchQueryVariables = {}, options?: ListOptions) =>
  listCall(client, itemsSearchDocument, variables, options, (data) => data.items)

/** The text of {@link itemsGet}. */
export const itemsGetDocument: TongbanDocument<types.ItemsGetQuery, types.ItemsGetQueryVariables> =
  "query itemsGet($code:ItemCode!$division:DivisionCode){item(code:$code division:$division){...ItemFields}}fragment ItemFields on ServiceItem{id code catalogCode taskCode handlingItemCode localCatalogCode localTaskCode name mainItem type state version effectiveFrom effectiveTo division{...DivisionFields}agency{code creditCode name address telephone openingHours{day from to}}audience topics processingType specialProcedure timeLimit{statutory{...StatedDurationFields}promised{...StatedDurationFields}}channels{handling onlineDepth onlineUrl mobileUrl bookable payableOnline courier}visits visitsNote handlingAreas places{name address counter telephone hours}process conditions commitmentAllowed creditCommitment fees{name amount{value currency}formula basis}results{name kind certificateType{...CertificateTypeFields}}situations{...SituationFields}materials{...MaterialFields}faqs{question answer}plainGuide provenance{...ProvenanceFields}}fragment DivisionFields on Division{code name fullName}fragment StatedDurationFields on StatedDuration{amount unit note}fragment CertificateTypeFields on CertificateType{code name}fragment SituationFields on Situation{key question multiple root options{value label next}}fragment MaterialFields on Material{key name necessity form source copies formats standard guidance basis satisfiedBy{certificateType{...CertificateTypeFields}issuer{name}}situations{question option}}fragment ProvenanceFields on Provenance{source{key title}fetchedAt asOf freshness ageSeconds message}"

/** One service item with its situations, materials and guide. 按编码查询事项全部要素。 */
export const itemsGet = (client: TongbanClient, variables: types.ItemsGetQueryVariables, options?: CallOptions) =>
  readCall(client, itemsGetDocument, variables, options, (data) => data.item, TB_ITEM_NOT_FOUND)

/** The text of {@link itemsByCodes}. */
export const itemsByCodesDocument: TongbanDocument<types.ItemsByCodesQuery, types.ItemsByCodesQueryVariables> =
  "query itemsByCodes($codes:[ItemCode!]!$division:DivisionCode){itemsByCode(codes:$codes division:$division){...ItemSummaryFields}}fragment ItemSummaryFields on ServiceItem{id code name mainItem type state division{...DivisionFields}agency{code name}audience visits handlingAreas timeLimit{promised{...StatedDurationFields}}channels{onlineDepth}}fragment DivisionFields on Division{code name fullName}fragment StatedDurationFields on StatedDuration{amount unit note}"

/** Several service items in short, in the order of their codes, null where there is none. 按多个编码查询事项概要。 */
export const itemsByCodes = (client: TongbanClient, variables: types.ItemsByCodesQueryVariables, options?: CallOptions) =>
  readCall(client, itemsByCodesDocument, variables, options, (data) => data.itemsByCode, TB_ITEM_NOT_FOUND)

/** The text of {@link itemsCheckMaterials}. */
export const itemsCheckMaterialsDocument: TongbanDocument<types.ItemsCheckMaterialsQuery, types.ItemsCheckMaterialsQueryVariables> =
  "query itemsCheckMaterials($item:ItemCode!$division:DivisionCode$answers:SituationAnswers$applicant:ApplicantReference$consent:ID){checkMaterials(item:$item division:$division answers:$answers applicant:$applicant consent:$consent){...MaterialsCheckFields}}fragment MaterialsCheckFields on MaterialsCheck{item{id code name}complete materialsKnown incompleteReason openQuestions{...SituationFields}required{...MaterialFields}fetched{material{...MaterialNameFields}why}satisfiable{material{...MaterialNameFields}certificateType{...CertificateTypeFields}held certificate needsConsent}missing{material{...MaterialNameFields}why howToGet deferrable}}fragment SituationFields on Situation{key question multiple root options{value label next}}fragment MaterialFields on Material{key name necessity form source copies formats standard guidance basis satisfiedBy{certificateType{...CertificateTypeFields}issuer{name}}situations{question option}}fragment CertificateTypeFields on CertificateType{code name}fragment MaterialNameFields on Material{key name necessity form}"

/** Everything an errand needs with these answers, at once. 一次性告知所需材料。 */
export const itemsCheckMaterials = (client: TongbanClient, variables: types.ItemsCheckMaterialsQueryVariables, options?: CallOptions) =>
  readCall(client, itemsCheckMaterialsDocument, variables, options, (data) => data.checkMaterials)

/** The text of {@link itemsFacets}. */
export const itemsFacetsDocument: TongbanDocument<types.ItemsFacetsQuery, types.ItemsFacetsQueryVariables> =
  "query itemsFacets($text:String$division:DivisionCode$types:[ItemType!]$agencies:[String!]$audience:[Audience!]$onlineDepth:[OnlineDepth!]$handlingArea:[HandlingArea!]$topics:[String!]){items(filter:{text:$text division:$division types:$types agencies:$agencies audience:$audience onlineDepth:$onlineDepth handlingArea:$handlingArea topics:$topics}first:1){totalCount facets{types{...FacetFields}divisions{...FacetFields}otherDivisions agencies{...FacetFields}otherAgencies audience{...FacetFields}onlineDepth{...FacetFields}handlingArea{...FacetFields}}}}fragment FacetFields on FacetCount{value label count}"

/** How the matching service items are spread over values. 匹配事项的分面统计。 */
export const itemsFacets = (client: TongbanClient, variables: types.ItemsFacetsQueryVariables = {}, options?: CallOptions) =>
  readCall(client, itemsFacetsDocument, variables, options, (data) => data.items)
