import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import type { RequestContext } from '../../domains/request.ts'
import type { Log } from '../../telemetry/types.ts'
import type { AskedOperation } from '../execution/executor.ts'
import { limitLiterals } from '../inputs/literals.ts'
import { limitShape } from '../limits/shape.ts'
import type { Passage } from './passage.ts'
import { passagePlugin } from './plugin.ts'

type Gateway = NonNullable<ApolloServerOptionsWithGateway<Passage>['gateway']>
type Executor = (asked: AskedOperation, context: RequestContext) => Promise<ExecutionResult>

/**
 * The largest operation of our SDK has 250. The validator compares fields with each other, so its work grows with the
 * square: a thousand tokens cost it some 50 ms at worst, and every request waits for that.
 */
const maxTokens = 1_000

/** Apollo Server with our schema and our executor behind it. Nothing of it talks to the outside. */
export function createApollo(schema: GraphQLSchema, execute: Executor, log: Log): ApolloServer<Passage> {
  return new ApolloServer<Passage>({
    gateway: asGateway(schema, execute),
    nodeEnv: 'production',
    introspection: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens },
    validationRules: [limitShape, limitLiterals],
    validationOptions: { maxErrors: 10 },
    logger: apolloLogger(log),
    plugins: [
      passagePlugin,
      ApolloServerPluginCacheControlDisabled(), // its willResolveField would wrap every resolver
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
}

/** Apollo's seam for foreign executors. The callback must be called before `load` answers. */
function asGateway(schema: GraphQLSchema, execute: Executor): Gateway {
  let announce: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] | undefined
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback
      return () => {
        announce = undefined
      }
    },
    load: async () => {
      announce?.({ apiSchema: schema, coreSupergraphSdl: '' })
      return { executor: (run) => execute(asAsked(run), passageOf(run.context).context) }
    },
    stop: async () => {},
  }
}

type Run = Parameters<NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>>[0]

const asAsked = (run: Run): AskedOperation => ({
  document: run.document,
  operation: run.operation,
  operationName: run.request.operationName,
  hash: run.queryHash,
  variables: run.request.variables ?? {},
  readOnly: passageOf(run.context).readOnly,
})

/** The seam forgets the type of the context; it is the one given to `executeOperation`. */
const passageOf = (context: Run['context']): Passage => context as Passage

const apolloLogger = (log: Log) => ({
  debug: (message?: unknown) => log.debug({}, String(message)),
  info: (message?: unknown) => log.info({}, String(message)),
  warn: (message?: unknown) => log.warn({}, String(message)),
  error: (message?: unknown) => log.error({}, String(message)),
})
