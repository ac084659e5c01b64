import { buildSchema, Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readOperation } from './operation.ts'
import { printOperation } from './print.ts'

const schema = buildSchema(`
  type Query { thing(id: ID): Thing things(after: String): ThingConnection }
  type Mutation { change(id: ID, key: String): ChangePayload odd: OddPayload }
  type Thing { id: ID, name: String, parent: Thing }
  type ThingConnection { edges: [ThingEdge] }
  type ThingEdge { node: Thing }
  type ChangePayload { thing: Thing, userErrors: [String] }
  type OddPayload { thing: Thing, other: Thing, userErrors: [String] }
`)

const read = (text: string) => {
  const { definitions } = parse(text)
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  const [operation] = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  if (operation === undefined) throw new Error('no operation')
  return readOperation(operation, new Map(fragments.map((node) => [node.name.value, node])), schema)
}

describe('an operation', () => {
  it.each([
    ['query a($id: ID!) { thing(id: $id) { id } }', { kind: 'read', type: 'Thing' }, 'required'],
    ['query a($after: String) { things(after: $after) { edges { node { id } } } }', { kind: 'list' }, 'optional'],
    ['query a { things { edges { node { id } } } }', { kind: 'read', type: 'ThingConnection' }, 'none'],
    [
      'mutation a($id: ID!) { change(id: $id) { thing { id } userErrors } }',
      { kind: 'change', keyed: false },
      'required',
    ],
    [
      'mutation a($idempotencyKey: ID!) { change(key: "") { thing { id } } }',
      { kind: 'change', keyed: true },
      'required',
    ],
  ])('%s is unwrapped by its shape', (text, shape, variables) => {
    expect(read(`# What it does.\n${text}`)).toMatchObject({ name: 'a', summary: 'What it does.', shape, variables })
  })

  it('carries the fragments it uses, also through others, once', () => {
    const { text } = read(`
      fragment Unused on Thing { name }
      fragment Outer on Thing { id parent { ...Inner } }
      fragment Inner on Thing { name }
      # What it does.
      query a { thing { ...Outer parent { ...Inner } } }`)
    expect(text.match(/fragment \w+/g)).toEqual(['fragment Outer', 'fragment Inner'])
  })

  it.each([
    ['query a { thing { id } }', 'needs a comment'],
    ['# c\nquery { thing { id } }', 'needs a name'],
    ['# c\nquery a { thing { id } other: thing { id } }', 'exactly one root field'],
    ['# c\nquery a { nothing { id } }', 'the schema has no nothing'],
    ['# c\nmutation a { odd { thing { id } } }', 'exactly one field beside userErrors'],
  ])('%j is refused', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  it('is printed as a string constant and a function', () => {
    const printed = printOperation(
      read('# What it does.\nmutation a($idempotencyKey: ID!) { change(key: "k") { thing { id } } }'),
    )
    expect(printed).toContain(`  "mutation a($idempotencyKey:ID!){change(key:\\"k\\"){thing{id}}}"`)
    expect(printed).toContain(`variables: Omit<types.AMutationVariables, 'idempotencyKey'>, options?: KeyedCallOptions`)
  })
})
