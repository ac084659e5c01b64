// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { listCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { ListOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import type * as types from './types.ts'

/** The text of {@link accessRecordsList}. */
export const accessRecordsListDocument: TongbanDocument<types.AccessRecordsListQuery, types.AccessRecordsListQueryVariables> =
  "query accessRecordsList($first:Int$after:Cursor){accessRecords(first:$first after:$after){edges{node{...AccessRecordFields}}pageInfo{...PageInfoFields}}}fragment AccessRecordFields on AccessRecord{id at client operator action certificateType purpose consentId requestId}fragment PageInfoFields on PageInfo{startCursor endCursor hasNextPage hasPreviousPage}"

/** Who read personal data, newest first, for auditors. 用证记录,最新在前。 */
export const accessRecordsList = (client: TongbanClient, variables: types.AccessRecordsListQueryVariables = {}, options?: ListOptions) =>
  listCall(client, accessRecordsListDocument, variables, options, (data) => data.accessRecords)
