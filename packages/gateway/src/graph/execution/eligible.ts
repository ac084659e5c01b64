import {
  BREAK,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isScalarType,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/**
 * Whether graphql-jit gives the same answers as graphql-js for an operation. Known differences of 0.8.9, each checked here:
 * object literals of custom scalars lose the variables inside them; `@oneOf` is not enforced and recursive inputs do not
 * compile when they are variables; directives other than `@skip` and `@include` (`@defer`, `@stream`) do not exist for it.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  return (
    (operation.variableDefinitions ?? []).every((one) => {
      const type = typeFromAST(schema, one.type)
      return isPlainInput(getNamedType(type as GraphQLInputType), new Set())
    }) && !hasOddLiteral(schema, document)
  )
}

/** No `@oneOf`, and no way from the type back to itself. */
function isPlainInput(type: unknown, above: ReadonlySet<unknown>): boolean {
  if (!isInputObjectType(type)) return true
  if (type.isOneOf || above.has(type)) return false
  const path = new Set([...above, type])
  return Object.values(type.getFields()).every((field) => isPlainInput(getNamedType(field.type), path))
}

function hasOddLiteral(schema: GraphQLSchema, document: DocumentNode): boolean {
  let odd = false
  const found = () => {
    odd = true
    return BREAK
  }
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      ObjectValue: () => (isScalarType(getNamedType(types.getInputType())) ? found() : undefined),
      Directive: ({ name }) => (name.value === 'skip' || name.value === 'include' ? undefined : found()),
    }),
  )
  return odd
}
