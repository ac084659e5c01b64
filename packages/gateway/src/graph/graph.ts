import { errorRow } from '@tongban/schema'
import type { GraphQLSchema } from 'graphql'
import type { RequestContext } from '../domains/request.ts'
import type { Log } from '../telemetry/types.ts'
import { createApollo } from './apollo/server.ts'
import { presentError } from './errors/present.ts'
import type { PresentedError } from './errors/presented.ts'
import { createExecutor } from './execution/executor.ts'
import { compiled, interpreted } from './execution/lanes.ts'
import { createCostLimit } from './limits/cost.ts'
import { assembleSchema, type GraphPart } from './schema/assemble.ts'

/** What the graph is made from. */
export interface GraphOptions {
  /** SDL, for example `typeDefs` of `@tongban/schema`. */
  readonly typeDefs: string
  readonly parts: readonly GraphPart[]
  /** Largest cost of one operation. */
  readonly maxCost: number
  readonly log: Log
}

/** A request as GraphQL over HTTP brings it. */
export interface GraphRequest {
  readonly query: string
  readonly operationName?: string
  readonly variables?: Record<string, unknown>
  /** Whether only queries may run, as for GET. */
  readonly readOnly: boolean
}

/** An answer, ready to be sent. */
export interface GraphReply {
  /** HTTP status: that of the table when nothing was executed, else 200. */
  readonly status: number
  readonly body: { readonly errors?: readonly PresentedError[]; readonly data?: unknown }
  /** Kind and root field of the operation, from the schema, for logs and figures. */
  readonly operation: string
}

/** The graph of a gateway. */
export interface Graph {
  readonly schema: GraphQLSchema
  /** Answers a request. Never throws: what goes wrong is in the answer. */
  run(request: GraphRequest, context: RequestContext): Promise<GraphReply>
  stop(): Promise<void>
}

/**
 * Assembles the schema and starts Apollo Server over it.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` naming the field that is unguarded, unresolved or unknown
 */
export async function createGraph({ typeDefs, parts, maxCost, log }: GraphOptions): Promise<Graph> {
  const schema = assembleSchema(typeDefs, parts)
  const execute = createExecutor(schema, compiled(schema, interpreted(schema)), createCostLimit(schema, maxCost))
  const apollo = createApollo(schema, execute, log)
  await apollo.start()
  return {
    schema,
    stop: () => apollo.stop(),
    run: (request, context) => run(apollo, request, context, log),
  }
}

type Apollo = ReturnType<typeof createApollo>

async function run(apollo: Apollo, request: GraphRequest, context: RequestContext, log: Log): Promise<GraphReply> {
  const { requestId, locale, signal } = context
  const audience = { requestId, locale, signal, log }
  const seen = { operation: 'none' }
  const { readOnly, ...asked } = request
  try {
    const { body } = await apollo.executeOperation(asked, { contextValue: { context, audience, readOnly, seen } })
    if (body.kind !== 'single') throw new Error('incremental delivery is not offered')
    return reply(body.singleResult as GraphReply['body'], seen.operation)
  } catch (error) {
    return reply({ errors: [presentError(error, audience)] }, seen.operation)
  }
}

function reply({ errors, data }: GraphReply['body'], operation: string): GraphReply {
  const [first] = errors ?? []
  const status = data === undefined && first ? errorRow(first.extensions.code).status : 200
  return { status, body: { ...(errors ? { errors } : {}), ...(data === undefined ? {} : { data }) }, operation }
}
