import { anonymous } from '../access/caller.ts'
import type { RequestContext } from '../domains/request.ts'
import type { Log } from '../telemetry/types.ts'

/** A log that keeps its lines, for tests. */
export function keptLog(): Log & { readonly lines: { level: string; fields: object; message: string }[] } {
  const lines: { level: string; fields: object; message: string }[] = []
  const at = (level: string) => (fields: object, message: string) => void lines.push({ level, fields, message })
  const log = { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: () => log }
  return log
}

/** A request context for tests: anonymous, English, never cut off, unless told otherwise. */
export function testContext(overrides: Partial<RequestContext> = {}): RequestContext {
  const values = new Map<object, unknown>()
  return {
    requestId: 'test-request',
    locale: 'en',
    caller: anonymous,
    operator: null,
    signal: new AbortController().signal,
    deadline: Number.POSITIVE_INFINITY,
    once: <Value>(key: object, create: () => Value): Value => {
      if (!values.has(key)) values.set(key, create())
      return values.get(key) as Value
    },
    ...overrides,
  }
}

/** The directives of the real SDL, for small schemas in tests. */
export const testDirectives = /* GraphQL */ `
  directive @public on FIELD_DEFINITION
  directive @authenticated on FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  directive @cost(weight: String!) on FIELD_DEFINITION
  directive @listSize(
    assumedSize: Int
    slicingArguments: [String!]
    sizedFields: [String!]
    requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION
`
