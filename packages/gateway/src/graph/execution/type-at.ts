import { type GraphQLInputType, isInputObjectType, isListType, isNonNullType } from 'graphql'

/** The input type found when following a path of field names and list positions; undefined when the path leaves the type. */
export function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType | undefined {
  const [step, ...rest] = path
  if (step === undefined) return type
  const nullable = isNonNullType(type) ? type.ofType : type
  if (isListType(nullable)) return typeAt(nullable.ofType, typeof step === 'number' ? rest : path)
  const field = isInputObjectType(nullable) ? nullable.getFields()[step] : undefined
  return field && typeAt(field.type, rest)
}
