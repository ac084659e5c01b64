// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
import { readCall } from '../calls/read.ts'
import type { TongbanDocument } from '../document.ts'
import type { CallOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import type * as types from './types.ts'

/** The text of {@link eventsList}. */
export const eventsListDocument: TongbanDocument<types.EventsListQuery, types.EventsListQueryVariables> =
  "query eventsList($after:String$first:Int$types:[String!]$wait:Int){events(after:$after first:$first types:$types wait:$wait){events{...EventFields}throughSequence hasMore lastSequence}}fragment EventFields on Event{id sequence previous type at submission case data}"

/** A part of the feed of events, in order and without gaps. 按序读取事件。 */
export const eventsList = (client: TongbanClient, variables: types.EventsListQueryVariables = {}, options?: CallOptions) =>
  readCall(client, eventsListDocument, variables, options, (data) => data.events)
