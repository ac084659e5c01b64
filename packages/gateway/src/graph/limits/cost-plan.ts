import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLDirective,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'

/** Length assumed for a list the SDL says nothing about: parts of one object, such as the materials of an item. */
const defaultListSize = 5

/** Coerced variables of a request. */
export type Variables = Readonly<Record<string, unknown>>

/** What a selection costs: a weight once, and its children once per element. */
export interface CostNode {
  readonly weight: number
  /** Elements expected, given the variables. */
  readonly size: (variables: Variables) => number
  readonly children: readonly CostNode[]
}

/** What a plan is made from. */
interface Planner {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

type Size = CostNode['size']
type SchemaField = GraphQLField<unknown, unknown>

const one: Size = () => 1

/** Sizes that a connection hands to its `edges`. */
type Inherited = ReadonlyMap<string, Size>

const noSizes: Inherited = new Map()

/** Lays out the cost of an operation once; evaluating it for a request is a walk over a few numbers. */
export function planCost(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  operation: OperationDefinitionNode,
): readonly CostNode[] {
  const root = schema.getRootType(operation.operation)
  return root ? planSet({ schema, fragments }, root, operation.selectionSet, noSizes) : []
}

/** All fragments count, also those of types an answer may not have: an upper bound. */
function planSet(
  planner: Planner,
  type: GraphQLOutputType,
  set: SelectionSetNode | undefined,
  sizes: Inherited,
): CostNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return planField(planner, type, selection, sizes)
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? planner.fragments.get(selection.name.value) : selection
    const condition = fragment?.typeCondition && planner.schema.getType(fragment.typeCondition.name.value)
    return planSet(planner, isCompositeType(condition) ? condition : type, fragment?.selectionSet, sizes)
  })
}

function planField(planner: Planner, type: GraphQLOutputType, node: FieldNode, sizes: Inherited): CostNode[] {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
  if (field === undefined) return [] // __typename and introspection answer from memory
  const listSize = listSizeOf(planner.schema, field)
  const length = listSize ? lengthOf(listSize, field, node) : () => defaultListSize
  const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type)
  const handed: Inherited = new Map(listSize?.sizedFields.map((name) => [name, length]))
  return [
    {
      weight: weightOf(planner.schema, field),
      size: sizes.get(field.name) ?? (isList ? length : one),
      children: planSet(planner, getNamedType(field.type), node.selectionSet, handed),
    },
  ]
}

function directiveValues(schema: GraphQLSchema, name: string, field: SchemaField) {
  const directive = schema.getDirective(name)
  if (!(directive instanceof GraphQLDirective) || !field.astNode) return undefined
  return getDirectiveValues(directive, field.astNode)
}

function weightOf(schema: GraphQLSchema, field: SchemaField): number {
  const weight = Number(directiveValues(schema, 'cost', field)?.weight)
  if (Number.isFinite(weight)) return weight
  return isCompositeType(getNamedType(field.type)) ? 1 : 0
}

interface ListSize {
  readonly assumed: number
  readonly slicingArguments: readonly string[]
  readonly sizedFields: readonly string[]
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []

function listSizeOf(schema: GraphQLSchema, field: SchemaField): ListSize | undefined {
  const values = directiveValues(schema, 'listSize', field)
  if (values === undefined) return undefined
  const assumed = typeof values.assumedSize === 'number' ? values.assumedSize : defaultListSize
  return { assumed, slicingArguments: texts(values.slicingArguments), sizedFields: texts(values.sizedFields) }
}

/** A number slices by its value, a list of keys (`codes`) by its length. */
const asLength = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Math.max(0, value)
  return Array.isArray(value) ? value.length : undefined
}

function lengthOf({ assumed, slicingArguments }: ListSize, field: SchemaField, node: FieldNode): Size {
  const readers = slicingArguments.map((name) => {
    const literal = node.arguments?.find((argument) => argument.name.value === name)?.value
    const fallback = asLength(field.args.find((argument) => argument.name === name)?.defaultValue)
    return (variables: Variables) => literalLength(literal, variables) ?? fallback
  })
  return (variables) => {
    const lengths = readers.flatMap((read) => read(variables) ?? [])
    return lengths.length > 0 ? Math.max(...lengths) : assumed
  }
}

function literalLength(literal: ValueNode | undefined, variables: Variables): number | undefined {
  if (literal?.kind === Kind.VARIABLE) return asLength(variables[literal.name.value])
  if (literal?.kind === Kind.INT) return Math.max(0, Number(literal.value))
  return literal?.kind === Kind.LIST ? literal.values.length : undefined
}
