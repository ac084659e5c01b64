import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql'

/** How the answer of an operation is unwrapped. */
type Shape =
  | { readonly kind: 'list' }
  | { readonly kind: 'read'; readonly type: string }
  | { readonly kind: 'change'; readonly entity: string; readonly keyed: boolean }

/** What the plugin knows of an operation. */
export interface Operation {
  readonly name: string
  readonly text: string
  readonly summary: string
  readonly rootField: string
  readonly variables: 'none' | 'optional' | 'required'
  readonly shape: Shape
}

/** Fragments by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

function spreadNames(node: OperationDefinitionNode | FragmentDefinitionNode): string[] {
  const names: string[] = []
  visit(node, { FragmentSpread: ({ name }) => void names.push(name.value) })
  return names
}

function usedFragments(operation: OperationDefinitionNode, fragments: Fragments): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>()
  const add = (names: string[]): void => {
    for (const name of names) {
      const fragment = fragments.get(name)
      if (fragment === undefined || used.has(name)) continue
      used.set(name, fragment)
      add(spreadNames(fragment))
    }
  }
  add(spreadNames(operation))
  return [...used.values()]
}

/** The comment lines directly above a definition, as one text. */
function commentAbove({ loc, name }: OperationDefinitionNode): string {
  const lines: string[] = []
  for (let token = loc?.startToken.prev; token?.kind === 'Comment'; token = token.prev)
    lines.unshift(token.value.trim())
  if (lines.length === 0) throw new Error(`operation ${name?.value} needs a comment that says what it does`)
  return lines.join(' ')
}

function rootOf(operation: OperationDefinitionNode, schema: GraphQLSchema) {
  const [selection, ...more] = operation.selectionSet.selections
  if (selection?.kind !== 'Field' || more.length > 0)
    throw new Error(`${operation.name?.value} needs exactly one root field`)
  const field = schema.getRootType(operation.operation)?.getFields()[selection.name.value]
  if (field === undefined) throw new Error(`${operation.name?.value}: the schema has no ${selection.name.value}`)
  return { name: selection.name.value, type: getNamedType(field.type) }
}

const entityField = (payload: GraphQLObjectType): string => {
  const [field, ...more] = Object.keys(payload.getFields()).filter((name) => name !== 'userErrors')
  if (field === undefined || more.length > 0)
    throw new Error(`${payload.name} needs exactly one field beside userErrors`)
  return field
}

function shapeOf(operation: OperationDefinitionNode, schema: GraphQLSchema): Shape {
  const { type } = rootOf(operation, schema)
  const variables = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? []
  if (operation.operation === 'mutation' && isObjectType(type)) {
    return { kind: 'change', entity: entityField(type), keyed: variables.includes('idempotencyKey') }
  }
  return type.name.endsWith('Connection') && variables.includes('after')
    ? { kind: 'list' }
    : { kind: 'read', type: type.name }
}

function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode): Operation['variables'] {
  if (variableDefinitions.length === 0) return 'none'
  return variableDefinitions.some(({ type }) => type.kind === 'NonNullType') ? 'required' : 'optional'
}

/** Reads an operation against the schema. @throws Error when it does not follow the conventions of the SDK */
export function readOperation(node: OperationDefinitionNode, fragments: Fragments, schema: GraphQLSchema): Operation {
  if (node.name === undefined) throw new Error('an operation needs a name')
  const text = [node, ...usedFragments(node, fragments)].map(print).join('\n')
  return {
    name: node.name.value,
    text: stripIgnoredCharacters(text),
    summary: commentAbove(node),
    rootField: rootOf(node, schema).name,
    variables: variablesOf(node),
    shape: shapeOf(node, schema),
  }
}
