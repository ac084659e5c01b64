import type { TongbanDocument } from '../document.ts'
import type { CallOptions } from '../options.ts'
import type { TongbanClient } from '../settings.ts'
import type { Call } from './call.ts'
import { readCall } from './read.ts'

/**
 * Sends an operation of your own and gives its data. Queries are retried like ours; any other document is sent once.
 *
 * @example
 * const { sources } = await request<{ sources: { key: string }[] }>(tongban, '{ sources { key } }')
 */
export const request = <Data, Variables extends object = object>(
  client: TongbanClient,
  document: TongbanDocument<Data, Variables>,
  variables: NoInfer<Variables>,
  options?: CallOptions,
): Call<Data> => readCall(client, document, variables, options, (data) => data)
