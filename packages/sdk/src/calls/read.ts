import type { TongbanDocument } from '../document.ts'
import type { TongbanError } from '../errors/error.ts'
import { type LocalErrorRow, localError } from '../errors/local.ts'
import { TB_BAD_RESPONSE } from '../generated/local-errors.ts'
import type { CallOptions, ListOptions } from '../options.ts'
import type { Exchange } from '../request/exchange.ts'
import type { Executed } from '../request/execute.ts'
import { partialAnswer } from '../request/verdict.ts'
import type { TongbanClient } from '../settings.ts'
import { Call } from './call.ts'
import { ListCall } from './list-call.ts'
import type { Outcome } from './outcome.ts'
import { Page, type PageInfo } from './page.ts'
import { startCall } from './start.ts'

const absentRoot = (row: LocalErrorRow, { locale, operation }: Exchange, requestId: string | undefined): TongbanError =>
  localError(row, locale, { retryable: false, operation: operation.name, requestId })

/** The outcome of a query: what is missing is trouble, so that nobody takes "could not be had" for "there is none". */
function queryOutcome<Data, T>(answer: Executed<Data>, exchange: Exchange, value: T): Outcome<T> {
  const { errors } = answer
  return { value, errors, trouble: errors.length === 0 ? undefined : partialAnswer(exchange, answer), response: answer }
}

/**
 * Starts a query for one thing.
 *
 * @param pick - the root field
 * @param absent - the error when the root field is null without an error
 */
export const readCall = <Data, Variables extends object, T>(
  client: TongbanClient,
  document: TongbanDocument<Data, Variables>,
  variables: Variables,
  options: CallOptions | undefined,
  pick: (data: Data) => T | null,
  absent: LocalErrorRow = TB_BAD_RESPONSE,
): Call<T> =>
  new Call(
    startCall<Data, T>(client, { document, variables, options }, (answer, exchange) => {
      const value = pick(answer.data)
      if (value === null) throw absentRoot(absent, exchange, answer.requestId)
      return queryOutcome(answer, exchange, value)
    }),
  )

/** The connection of a page. */
export interface Connection<Item> {
  readonly edges: readonly { readonly node: Item }[]
  readonly pageInfo: PageInfo
  readonly totalCount?: number
}

/**
 * Starts a query for the first page of a list; the pages after it repeat the query with their cursor.
 *
 * @param after - the cursor the page was asked with; one that does not move on would repeat the page for ever
 */
export function listCall<Data, Variables extends object, Item>(
  client: TongbanClient,
  document: TongbanDocument<Data, Variables>,
  variables: Variables,
  options: ListOptions | undefined,
  pick: (data: Data) => Connection<Item> | null,
  after?: string,
): ListCall<Item> {
  const pageAfter = (cursor: string) =>
    listCall(client, document, { ...variables, after: cursor }, options, pick, cursor)
  return new ListCall(
    startCall<Data, Page<Item>>(client, { document, variables, options }, (answer, exchange) => {
      const connection = pick(answer.data)
      if (connection === null) throw absentRoot(TB_BAD_RESPONSE, exchange, answer.requestId)
      const { edges, pageInfo, totalCount } = connection
      if (after !== undefined && pageInfo.endCursor === after)
        throw absentRoot(TB_BAD_RESPONSE, exchange, answer.requestId)
      const content = { items: edges.map(({ node }) => node), pageInfo, totalCount }
      const page = new Page(content, { after: pageAfter, limit: options?.limit ?? Number.POSITIVE_INFINITY })
      return queryOutcome(answer, exchange, page)
    }),
  )
}
