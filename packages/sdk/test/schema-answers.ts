/** Answers any valid operation with made-up values of the right types, by executing it on the real schema. */
import { typeDefs } from '@tongban/schema'
import {
  buildSchema,
  execute,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql'

/** The schema operations are checked against. */
export const schema = buildSchema(typeDefs)

/** Values for certain fields, by `Type.field`. */
export type Overrides = Readonly<Record<string, unknown>>

const scalarValues: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: false,
  SituationAnswers: {},
  FormData: {},
  EventData: {},
}

function makeUp(type: GraphQLOutputType, field: string): unknown {
  const nullable = getNullableType(type)
  if (field === 'userErrors') return []
  if (isListType(nullable)) return [makeUp(nullable.ofType, field)]
  if (isEnumType(nullable)) return nullable.getValues()[0]?.value
  if (isUnionType(nullable)) return { __typename: nullable.getTypes()[0]?.name }
  return isObjectType(nullable) ? {} : (scalarValues[nullable.name] ?? `${field}-1`)
}

const resolver =
  (overrides: Overrides): GraphQLFieldResolver<unknown, unknown> =>
  (_parent, _arguments, _context, { parentType, fieldName, returnType }) => {
    const override = overrides[`${parentType.name}.${fieldName}`]
    return override === undefined ? makeUp(returnType, fieldName) : override
  }

/** The answer of a gateway to an operation. */
export const answerFromSchema = (
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  overrides: Overrides = {},
) => execute({ schema, document: parse(query), variableValues: { ...variables }, fieldResolver: resolver(overrides) })
