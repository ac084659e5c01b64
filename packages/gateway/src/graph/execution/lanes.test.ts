import { makeExecutableSchema } from '@graphql-tools/schema'
import { typeDefs } from '@tongban/schema'
import fc from 'fast-check'
import {
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  isObjectType,
  parse,
  validate,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { scalars } from '../scalars/index.ts'
import { anonymousContext } from '../testing.ts'
import { isCompilable } from './eligible.ts'
import { compiled, interpreted, type ReadyOperation } from './lanes.ts'
import { fakeResolver } from './testing/fake-answers.ts'
import { type RandomOperation, randomOperations } from './testing/random-operations.ts'
import { checkVariables } from './variables.ts'

function fakeSchema(): GraphQLSchema {
  const schema = makeExecutableSchema({ typeDefs, resolvers: scalars })
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (parent: { __typename: string }) => parent.__typename
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) field.resolve = fakeResolver(schema)
  }
  return schema
}

const schema = fakeSchema()
const interpret = interpreted(schema)

function ready({ source, variables }: RandomOperation): ReadyOperation | undefined {
  const document = parse(source)
  const operation = getOperationAST(document)
  if (!operation || validate(schema, document).length > 0) return undefined
  const checked = checkVariables(schema, operation, variables)
  if (!checked.ok) return undefined
  return {
    document,
    operation,
    operationName: undefined,
    key: source,
    rawVariables: variables,
    variables: checked.values,
  }
}

/** Length of the part of a path that leads to the null an error made. */
function nullAt(data: unknown, path: readonly (string | number)[]): number {
  let value = data
  for (const [index, step] of path.entries()) {
    if (typeof value !== 'object' || value === null) return index
    value = Reflect.get(value, step)
  }
  return path.length
}

/**
 * What a caller can tell apart: the data, and for each null by error its cause. Where several fields below a nulled one
 * fail, which of them are reported is free (GraphQL §6.4.4), so there only the place counts.
 */
function visible({ data, errors = [] }: ExecutionResult) {
  const causes = errors.map(({ path = [], originalError, message }) => {
    const length = nullAt(data, path)
    const place = path.slice(0, length).join('.')
    return length < path.length ? place : `${place}: ${originalError?.message ?? message}`
  })
  return { data: JSON.stringify(data), causes: [...new Set(causes)].sort() }
}

const never = () => Promise.reject(new Error('the compiled lane gave up'))

describe('the compiled lane', () => {
  it('answers random operations exactly as graphql-js does: data, nulls and errors', async () => {
    let compared = 0
    let withErrors = 0
    const property = fc.asyncProperty(randomOperations(schema), async (random) => {
      const operation = ready(random)
      fc.pre(operation !== undefined)
      fc.pre(isCompilable(schema, operation.document, operation.operation))
      const expected = visible(await interpret(operation, anonymousContext()))
      const found = visible(await compiled(schema, never, { afterHits: 1 })(operation, anonymousContext()))
      expect(found).toEqual(expected)
      compared += 1
      if (expected.causes.length > 0) withErrors += 1
    })
    await fc.assert(property, { numRuns: 200, maxSkipsPerRun: 100 })
    expect(compared).toBeGreaterThanOrEqual(200)
    expect(withErrors).toBeGreaterThan(0)
  })

  it('compiles only what comes back, and keeps few', async () => {
    const operation = ready({ source: '{ item(code: "000123001000") { name } }', variables: {} })
    if (!operation) throw new Error('not ready')
    let interpretedRuns = 0
    const lane = compiled(
      schema,
      async () => {
        interpretedRuns += 1
        return {}
      },
      { afterHits: 3, capacity: 1 },
    )
    for (let run = 0; run < 5; run += 1) await lane(operation, anonymousContext())
    expect(interpretedRuns).toBe(2)
    await lane({ ...operation, key: 'another' }, anonymousContext())
    expect(interpretedRuns).toBe(3)
  })

  it.each([
    [
      'an object literal of a custom scalar',
      'query ($a: String) { checkMaterials(item: "x", answers: { q: $a }) { complete } }',
    ],
    ['a recursive input as variable', 'query ($deep: Deep) { deep(of: $deep) }'],
    ['a @oneOf input as variable', 'query ($one: One) { one(of: $one) }'],
    ['a directive it does not know', 'query { plain @twice }'],
  ])('leaves %s to graphql-js', (_what, source) => {
    const odd = makeExecutableSchema({
      typeDefs: /* GraphQL */ `
        directive @twice on FIELD
        scalar Answers
        input Deep { deeper: Deep }
        input One @oneOf { a: Int b: Int }
        type Check { complete: Boolean }
        type Query { deep(of: Deep): Int one(of: One): Int plain: Int checkMaterials(item: String, answers: Answers): Check }
      `,
    })
    const document = parse(source)
    const operation = getOperationAST(document)
    if (!operation) throw new Error('no operation')
    expect(isCompilable(odd, document, operation)).toBe(false)
  })
})
