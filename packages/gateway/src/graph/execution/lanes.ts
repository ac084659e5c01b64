import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import type { RequestContext } from '../../domains/request.ts'
import { isCompilable } from './eligible.ts'
import { withSettledLists } from './settled-lists.ts'

/** An operation that passed validation, with variables already checked. */
export interface ReadyOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly operationName: string | undefined
  /** Identifies document and operation. */
  readonly key: string
  /** As they came, for graphql-js, which checks them itself. */
  readonly rawVariables: Readonly<Record<string, unknown>>
  /** As checked, for compiled code. */
  readonly variables: Record<string, unknown>
}

/** Runs an operation; never throws for what a resolver throws. */
export type Lane = (ready: ReadyOperation, context: RequestContext) => Promise<ExecutionResult>

/** Plain graphql-js: correct for everything. */
export function interpreted(schema: GraphQLSchema): Lane {
  const settled = withSettledLists(schema)
  return async ({ document, operationName, rawVariables }, contextValue) =>
    execute({ schema: settled, document, operationName, variableValues: rawVariables, contextValue })
}

type Compiled = (
  context: RequestContext,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult> | ExecutionResult

/** Bounds of the compiled lane. */
export interface CompileOptions {
  /** Compiling holds the event loop for about a millisecond, so an operation must come back before it is worth it. @default 3 */
  readonly afterHits?: number
  /** Compiled operations kept. @default 500 */
  readonly capacity?: number
}

/** graphql-jit for operations that come often and that it runs exactly as graphql-js would; everything else goes to `fallback`. */
export function compiled(
  schema: GraphQLSchema,
  fallback: Lane,
  { afterHits = 3, capacity = 500 }: CompileOptions = {},
): Lane {
  const hits = new LRUCache<string, number>({ max: capacity * 4 })
  const programs = new LRUCache<string, Compiled | 'interpret'>({ max: capacity })
  const programOf = (ready: ReadyOperation): Compiled | 'interpret' => {
    const known = programs.get(ready.key)
    if (known) return known
    const seen = (hits.get(ready.key) ?? 0) + 1
    hits.set(ready.key, seen)
    if (seen < afterHits) return 'interpret'
    const program = compile(schema, ready)
    programs.set(ready.key, program)
    return program
  }
  return async (ready, context) => {
    const program = programOf(ready)
    return program === 'interpret' ? fallback(ready, context) : program(context, ready.variables)
  }
}

function compile(
  schema: GraphQLSchema,
  { document, operation, operationName }: ReadyOperation,
): Compiled | 'interpret' {
  if (!isCompilable(schema, document, operation)) return 'interpret'
  const query = compileQuery(schema, document, operationName, { disableLeafSerialization: false })
  return isCompiledQuery(query) ? (context, variables) => query.query({}, context, variables) : 'interpret'
}
