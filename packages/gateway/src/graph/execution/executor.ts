import { TongbanError } from '@tongban/schema'
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { RequestContext } from '../../domains/request.ts'
import { InvalidQueryError } from '../errors/invalid-query.ts'
import type { CostLimit } from '../limits/cost.ts'
import type { Sentence } from '../scalars/scalar.ts'
import type { Lane } from './lanes.ts'
import { checkVariables, type RawVariables } from './variables.ts'

/** What was asked for, in a valid document. */
export interface AskedOperation {
  readonly document: DocumentNode
  /** Undefined when the name matches none, or several stand in the document and none was named. */
  readonly operation: OperationDefinitionNode | undefined
  readonly operationName: string | undefined
  /** Digest of the text. */
  readonly hash: string
  readonly variables: RawVariables
  /** Whether only queries may run, as for GET. */
  readonly readOnly: boolean
}

/** Checks variables and cost, runs the operation, and gives up when the request's signal says so. */
export function createExecutor(schema: GraphQLSchema, lane: Lane, limitCost: CostLimit) {
  return async (asked: AskedOperation, context: RequestContext): Promise<ExecutionResult> => {
    const { document, operation, operationName, hash } = asked
    if (operation === undefined) return refused([new InvalidQueryError(noOperation)])
    if (asked.readOnly && operation.operation !== 'query')
      return refused([new TongbanError('TB_METHOD_NOT_ALLOWED', { method: `GET ${operation.operation}` })])
    const checked = checkVariables(schema, operation, asked.variables)
    if (!checked.ok) return refused(checked.errors)
    try {
      limitCost(document, operation, checked.values)
    } catch (error) {
      return refused([error])
    }
    const key = `${hash} ${operationName ?? ''}`
    const ready = { document, operation, operationName, key, rawVariables: asked.variables, variables: checked.values }
    return untilAborted(lane(ready, context), context.signal)
  }
}

const noOperation: Sentence = {
  zh: 'operationName 须为文档中的一个操作',
  en: 'operationName must name one of the operations',
}

/** Errors without `data`: nothing was executed. */
const refused = (causes: readonly unknown[]): ExecutionResult => ({
  errors: causes.map((cause) => {
    const originalError = cause instanceof Error ? cause : new Error(String(cause))
    return new GraphQLError(originalError.message, { originalError })
  }),
})

/**
 * Resolvers that hang must not hold the caller beyond the deadline. Upstream calls end by the same signal; a mutation that
 * has begun its transaction finishes it, which its idempotency key makes safe to repeat.
 */
async function untilAborted(result: Promise<ExecutionResult>, signal: AbortSignal): Promise<ExecutionResult> {
  const gaveUp = Promise.withResolvers<ExecutionResult>()
  const giveUp = () => gaveUp.resolve(refused([signal.reason ?? new TongbanError('TB_CANCELLED')]))
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([gaveUp.promise, result])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
