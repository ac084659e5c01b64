// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import type * as types from './types.ts'

/** The text of {@link sourcesList}. */
export const sourcesListDocument: TongbanDocument<types.SourcesListQuery, types.SourcesListQueryVariables> =
  "query sourcesList{sources{...SourceFields}}fragment SourceFields on Source{id key title owner ports divisions health{state lastSuccessAt lastFailureAt lastFailureCode operations{operation calls failures latencyP50Ms latencyP95Ms}}}"

/** All sources with their health, for operators. 数据源列表与健康状况。 */
export const sourcesList = (client: TongbanClient, options?: CallOptions) =>
  readCall(client, sourcesListDocument, {}, options, (data) => data.sources)
