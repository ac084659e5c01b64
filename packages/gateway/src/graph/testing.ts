import { anonymous } from '../access/caller.ts'
import type { RequestContext } from '../domains/request.ts'
import { testContext } from '../domains/testing.ts'
import type { Log } from '../telemetry/types.ts'

/** One line of a kept log. */
export interface LogLine {
  readonly level: string
  readonly fields: object
  readonly message: string
}

/** A log that keeps its lines. */
export function keptLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const at = (level: string) => (fields: object, message: string) => void lines.push({ level, fields, message })
  const log = { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: () => log }
  return log
}

/** The context of a request by nobody known, in English. */
export const anonymousContext = (given: Partial<Omit<RequestContext, 'once'>> = {}): RequestContext =>
  testContext({ requestId: 'test-request', locale: 'en', caller: anonymous, ...given })

/** The directives of the real SDL, for small schemas. */
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
