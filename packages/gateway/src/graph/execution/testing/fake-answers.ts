import {
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** A parent value in the tests: everything below it follows from its seed. */
interface Fake {
  readonly __typename: string | undefined
  readonly seed: number
}

/** FNV-1a, 32 bits: spreads well and is the same everywhere. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  return value
}

const scalarValues: Record<string, unknown> = {
  Int: 7,
  Float: 1.5,
  Boolean: true,
  DateTime: '2026-03-01T01:00:00Z',
  Date: '2026-03-01',
  SituationAnswers: { a: 'b' },
  FormData: { a: 1 },
}

/** The order of keys in arguments is nobody's concern. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/** Sometimes null, sometimes a value its type cannot write, mostly right. */
function leaf(type: GraphQLNamedType, seed: number): unknown {
  if (seed % 11 === 0) return null
  if (seed % 13 === 0) return Symbol.for('odd')
  if (isEnumType(type)) return type.getValues()[seed % type.getValues().length]?.value
  return scalarValues[type.name] ?? `${type.name}-${seed % 100}`
}

function value(schema: GraphQLSchema, type: GraphQLOutputType, seed: number): unknown {
  if (isNonNullType(type)) return value(schema, type.ofType, seed)
  if (isListType(type)) {
    if (seed % 17 === 0) return null
    return Array.from({ length: seed % 4 }, (_, index) => value(schema, type.ofType, hash(`${seed}#${index}`)))
  }
  const named = getNamedType(type)
  if (!isAbstractType(named) && !isObjectType(named)) return leaf(named, seed)
  if (seed % 11 === 0) return null
  const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named]
  return { __typename: possible[seed % possible.length]?.name, seed } satisfies Fake
}

/** Answers any field from parent, name and arguments alone, at once or later, sometimes by throwing. */
export const fakeResolver =
  (schema: GraphQLSchema): GraphQLFieldResolver<Fake | undefined, unknown> =>
  (parent, args, _context, info) => {
    const seed = hash(`${parent?.seed ?? 0}.${info.fieldName}(${canonical(args)})`)
    if (seed % 19 === 0) throw new Error(`thrown by ${info.fieldName}`)
    if (seed % 23 === 0) return Promise.reject(new Error(`rejected by ${info.fieldName}`))
    const answer = value(schema, info.returnType, hash(String(seed)))
    return seed % 3 === 0 ? Promise.resolve(answer) : answer
  }
