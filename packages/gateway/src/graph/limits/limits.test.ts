import { isTongbanError, typeDefs } from '@tongban/schema'
import { buildSchema, getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createCostLimit } from './cost.ts'
import { limitShape } from './shape.ts'

const schema = buildSchema(typeDefs)
const faults = (source: string) => validate(schema, parse(source), [limitShape]).map(({ message }) => message)
const nest = (depth: number): string => (depth === 0 ? '__typename' : `thing { ${nest(depth - 1)} }`)

describe('the limit on shape', () => {
  it('lets introspection and the query of a whole errand through', () => {
    expect(faults(getIntrospectionQuery())).toEqual([])
    expect(faults(`{ ${nest(15)} }`)).toEqual([])
  })

  it.each([
    ['depth', `{ ${nest(16)} }`, 'depth: 17, at most 16'],
    [
      'aliases',
      `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      'aliases: 31, at most 30',
    ],
    ['directives', `{ __typename ${'@skip(if: false) '.repeat(51)} }`, 'directives: 51, at most 50'],
    ['fields', `{ ${'__typename '.repeat(1001)} }`, 'fields: 1001, at most 1000'],
    [
      'fragments that double',
      `{ ...f0 } ${Array.from({ length: 20 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`).join(' ')}
       fragment f20 on Query { __typename }`,
      'fields: 1048576, at most 1000',
    ],
  ])('refuses too many %s', (_what, source, message) => {
    expect(faults(source)).toEqual([message])
  })

  it('ends on fragments that go in circles', () => {
    expect(faults('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }')).toEqual([])
  })
})

describe('the limit on cost', () => {
  const costOf = (source: string, variables = {}): number => {
    const document = parse(source)
    const operation = getOperationAST(document)
    if (!operation) throw new Error('no operation')
    try {
      createCostLimit(schema, -1)(document, operation, variables)
    } catch (error) {
      if (isTongbanError(error)) return Number(error.params.cost)
    }
    return Number.NaN
  }
  const page = (first: string) =>
    `query ($n: Int) { items(first: ${first}) { edges { node { name agency { name } } } } }`

  it.each([
    ['introspection costs nothing', '{ __schema { types { name } } }', {}, 0],
    ['one field', '{ item(code: "x") { name } }', {}, 1],
    // items 1, edges 1, then per edge: node 1 and agency 1
    ['a page by a literal', page('5'), {}, 12],
    ['a page by a variable', page('$n'), { n: 7 }, 16],
    ['a page by the default of the argument', page('$n'), {}, 42],
    ['a list by its keys', '{ itemsByCode(codes: ["a", "b", "c"]) { agency { name } } }', {}, 4],
    ['fragments count where they are spread', 'query { ...q } fragment q on Query { item(code: "x") { name } }', {}, 1],
  ])('%s', (_what, source, variables, cost) => {
    expect(costOf(source, variables)).toBe(cost)
  })

  it('refuses with cost and limit', () => {
    const document = parse(page('50'))
    const operation = getOperationAST(document)
    if (!operation) throw new Error('no operation')
    expect(() => createCostLimit(schema, 100)(document, operation, {})).toThrow(
      expect.objectContaining({ code: 'TB_QUERY_TOO_COSTLY', params: { cost: 102, limit: 100 } }),
    )
    expect(() => createCostLimit(schema, 102)(document, operation, {})).not.toThrow()
  })
})
