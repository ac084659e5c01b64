import { InvalidQueryError } from '../../graph/errors/invalid-query.ts'
import type { GraphRequest } from '../../graph/graph.ts'
import type { Sentence } from '../../graph/scalars/scalar.ts'

const refuse = (zh: string, en: string): never => {
  const reason: Sentence = { zh, en }
  throw new InvalidQueryError(reason)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The request in a POST body.
 *
 * @throws InvalidQueryError
 */
export function readBody(body: unknown): GraphRequest {
  if (Array.isArray(body)) return refuse('不支持批量请求,请逐个发送', 'batches are not accepted; send one by one')
  if (!isObject(body)) return refuse('请求体应为 JSON 对象', 'the body must be a JSON object')
  return { ...readParameters(body), readOnly: false }
}

/**
 * The request in the query string of a GET.
 *
 * @throws InvalidQueryError
 */
export function readSearch(search: unknown): GraphRequest {
  const given = isObject(search) ? search : {}
  const { variables, extensions, ...rest } = given
  return {
    ...readParameters({ ...rest, variables: parsed(variables), extensions: parsed(extensions) }),
    readOnly: true,
  }
}

function parsed(text: unknown): unknown {
  if (text === undefined || text === '') return undefined
  try {
    return JSON.parse(String(text))
  } catch {
    return refuse('variables 与 extensions 应为 JSON', 'variables and extensions must be JSON')
  }
}

/** GraphQL over HTTP §5.1. `null` stands for absent everywhere but in `query`. */
function readParameters({ query, operationName, variables, extensions }: Record<string, unknown>) {
  if (typeof query !== 'string' || query === '') return refuse('缺少 query', 'query is missing')
  const name = operationName ?? undefined
  if (name !== undefined && typeof name !== 'string')
    return refuse('operationName 应为字符串', 'operationName must be a string')
  const values = variables ?? undefined
  if (values !== undefined && !isObject(values)) return refuse('variables 应为对象', 'variables must be an object')
  if ((extensions ?? undefined) !== undefined && !isObject(extensions))
    return refuse('extensions 应为对象', 'extensions must be an object')
  return {
    query,
    ...(name === undefined || name === '' ? {} : { operationName: name }),
    ...(values === undefined ? {} : { variables: values }),
  }
}
