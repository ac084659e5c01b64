import { isTongbanError } from '@tongban/schema'
import { graphql } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { RequestContext } from '../../domains/request.ts'
import { anonymousContext, testDirectives } from '../testing.ts'
import { assembleSchema, type GraphPart } from './assemble.ts'

const sdl = (fields: string, more = '') => /* GraphQL */ `
  ${testDirectives}
  interface Node { id: ID! }
  type Thing implements Node { id: ID! secret: String @requiresScopes(scopes: [["a:read", "b:read"], ["c:read"]]) }
  type Query { node(id: ID!): Node @authenticated ${fields} }
  ${more}
`
const part = (resolvers: object): GraphPart => ({ resolvers })
const faultOf = (make: () => unknown): unknown => {
  try {
    make()
  } catch (error) {
    if (isTongbanError(error)) return [error.code, error.params.path]
    throw error
  }
  return 'no fault'
}

describe('assembling the schema', () => {
  const answer = { Query: { thing: () => ({ id: 'x', secret: 's' }) } }

  it.each([
    ['a root field without an access rule', sdl('thing: Thing'), answer, 'Query.thing'],
    ['a root field with two access rules', sdl('thing: Thing @public @authenticated'), answer, 'Query.thing'],
    ['an empty scope alternative', sdl('thing: Thing @requiresScopes(scopes: [[]])'), answer, 'Query.thing'],
    ['a root field nobody resolves', sdl('thing: Thing @public'), {}, 'Query.thing'],
    [
      'a field with arguments nobody resolves',
      sdl('thing: Thing @public', 'extend type Thing { part(n: Int): Int }'),
      answer,
      'Thing.part',
    ],
    ['a resolver for an unknown field', sdl(''), { Thing: { gone: () => 1 } }, 'Thing.gone'],
    ['a resolver for an unknown type', sdl(''), { Gone: { id: () => 1 } }, 'Gone'],
    ['an abstract type nobody tells apart', sdl('', 'union Any = Thing'), {}, 'Any'],
    ['a scalar without rules', sdl('', 'scalar Wild'), {}, 'Wild'],
  ])('refuses %s, naming it', (_what, typeDefs, resolvers, path) => {
    expect(faultOf(() => assembleSchema(typeDefs, [part(resolvers)]))).toEqual(['TB_CONFIG_INVALID', path])
  })

  it('refuses two domains that resolve the same field or load the same node', () => {
    const typeDefs = sdl('thing: Thing @public')
    expect(faultOf(() => assembleSchema(typeDefs, [part(answer), part(answer)]))).toEqual([
      'TB_CONFIG_INVALID',
      'Query.thing',
    ])
    const loader = { resolvers: {}, nodes: { Thing: async () => null } }
    expect(faultOf(() => assembleSchema(typeDefs, [part(answer), loader, loader]))).toEqual([
      'TB_CONFIG_INVALID',
      'Thing',
    ])
  })

  const ask = async (source: string, context: Partial<RequestContext>) => {
    const schema = assembleSchema(sdl('thing: Thing @public'), [
      { ...part(answer), nodes: { Thing: async (key) => (key === '1' ? { id: 'one' } : null) } },
    ])
    const { data, errors } = await graphql({ schema, source, contextValue: anonymousContext(context) })
    const codes = errors?.map(({ originalError }) => (isTongbanError(originalError) ? originalError.code : 'other'))
    return { data: JSON.parse(JSON.stringify(data)), codes }
  }
  const client = (...scopes: string[]) => ({
    caller: { kind: 'client', id: 'bank', title: '某银行', scopes: new Set(scopes) } as const,
  })

  it.each([
    ['nobody', {}, null, ['TB_UNAUTHENTICATED']],
    ['a client without the scopes', client('a:read'), null, ['TB_FORBIDDEN']],
    ['a client with one alternative', client('c:read'), 's', undefined],
    ['a client with the other alternative', client('a:read', 'b:read'), 's', undefined],
  ])('guards fields below the root: %s', async (_who, context, secret, codes) => {
    expect(await ask('{ thing { id secret } }', context)).toEqual({ data: { thing: { id: 'x', secret } }, codes })
  })

  it.each([
    ['loads', 'VGhpbmc6MQ', { node: { id: 'one', __typename: 'Thing' } }, undefined],
    ['finds nothing for', 'VGhpbmc6Mg', { node: null }, undefined],
    ['refuses', 'nonsense', { node: null }, ['TB_INVALID_INPUT']],
    ['refuses a type without loader in', 'T3RoZXI6MQ', { node: null }, ['TB_INVALID_INPUT']],
  ])('node(id) %s %s', async (_what, id, data, codes) => {
    expect(await ask(`{ node(id: "${id}") { id __typename } }`, client())).toEqual({ data, codes })
  })

  it('describes scalars as the SDL does', () => {
    const typeDefs = sdl('thing: Thing @public', '"A calendar day. 日期。" scalar Date')
    expect(assembleSchema(typeDefs, [part(answer)]).getType('Date')?.description).toBe('A calendar day. 日期。')
  })
})
