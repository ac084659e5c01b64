import { request } from './calls/request.ts'
import { createTongbanClient } from './client.ts'
import type { TongbanDocument } from './document.ts'
import { bindNamespaces } from './namespaces.ts'
import type { CallOptions, TongbanOptions } from './options.ts'

/**
 * A client with all operations as methods.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when the endpoint cannot be used
 * @example
 * const tongban = createTongban({ endpoint: 'https://gov.example.cn/graphql', auth })
 * const page = await tongban.items.search({ text: '二手房抵押登记', division: '330602', first: 10 })
 */
export function createTongban(options: TongbanOptions) {
  const client = createTongbanClient(options)
  return {
    ...client,
    ...bindNamespaces(client),
    /** Sends an operation of your own and gives its data; see {@link request}. */
    request: <Data, Variables extends object = object>(
      document: TongbanDocument<Data, Variables>,
      variables: NoInfer<Variables>,
      callOptions?: CallOptions,
    ) => request(client, document, variables, callOptions),
  }
}

/** What {@link createTongban} gives. */
export type Tongban = ReturnType<typeof createTongban>
