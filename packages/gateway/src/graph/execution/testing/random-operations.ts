import fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'

/** A random operation over a schema, with its variables. */
export interface RandomOperation {
  readonly source: string
  readonly variables: Readonly<Record<string, unknown>>
}

const scalarSamples: Record<string, readonly unknown[]> = {
  Int: [1, 3, 20],
  Boolean: [true, false],
  ID: ['VGhpbmc6MQ', 'x'],
  String: ['许可', ''],
  Date: ['2026-03-01'],
  DivisionCode: ['330602', '330602000000'],
  ItemCode: ['000123001000'],
  Cursor: ['WyJhIiwxXQ'],
  SituationAnswers: [{ ownership: 'JOINT' }],
}

/** Takes choices from fast-check one by one, so that failures shrink. */
class Chooser {
  readonly variables: Record<string, unknown> = {}
  readonly declarations: string[] = []
  readonly fragments: string[] = []
  readonly #next: () => number

  constructor(next: () => number) {
    this.#next = next
  }

  below(bound: number): number {
    return this.#next() % bound
  }

  oneOf<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(Math.max(1, items.length))]
  }

  declare(type: string, value: unknown): string {
    const name = `v${this.declarations.length}`
    this.declarations.push(`$${name}: ${type}`)
    this.variables[name] = value
    return `$${name}`
  }
}

/** A value for an input type, or undefined when the tests have none for it. */
function sample(type: GraphQLInputType, choose: Chooser, depth = 0): unknown {
  if (isNonNullType(type)) return sample(type.ofType, choose, depth)
  if (isListType(type)) return Array.from({ length: choose.below(3) }, () => sample(type.ofType, choose, depth))
  if (isEnumType(type)) return choose.oneOf(type.getValues())?.name
  if (!isInputObjectType(type)) return choose.oneOf(scalarSamples[getNamedType(type).name] ?? [])
  const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || choose.below(3) === 0)
  return Object.fromEntries(fields.map((field) => [field.name, sample(field.type, choose, depth + 1)]))
}

function argumentText(argument: GraphQLArgument, choose: Chooser): string[] {
  if (!isRequiredArgument(argument) && choose.below(2) === 0) return []
  const value = sample(argument.type, choose)
  if (value === undefined) return []
  // A literal for what JSON and GraphQL write alike, else a variable; both must come out the same in each lane.
  const asLiteral = choose.below(2) === 0 && (typeof value === 'number' || typeof value === 'boolean')
  const text = asLiteral ? JSON.stringify(value) : choose.declare(String(argument.type), value)
  return [`${argument.name}: ${text}`]
}

function condition(choose: Chooser): string {
  const roll = choose.below(12)
  if (roll > 1) return ''
  return ` @${roll === 0 ? 'skip' : 'include'}(if: ${choose.declare('Boolean!', choose.below(2) === 0)})`
}

function fieldsText(type: GraphQLNamedType, choose: Chooser, schema: GraphQLSchema, depth: number): string {
  if (isAbstractType(type)) {
    const parts = schema.getPossibleTypes(type).slice(0, 4)
    return `__typename ${parts.map((one) => `... on ${one.name} { ${fieldsText(one, choose, schema, depth)} }`).join(' ')}`
  }
  if (!isObjectType(type)) return '__typename'
  const fields = Object.values(type.getFields())
  const picked = Array.from({ length: 1 + choose.below(4) }, () => choose.oneOf(fields))
  const texts = picked.flatMap((field, index) => {
    if (field === undefined || (depth <= 0 && !isLeafType(getNamedType(field.type)))) return []
    const args = field.args.flatMap((argument) => argumentText(argument, choose))
    if (field.args.some((one) => isRequiredArgument(one) && !args.some((text) => text.startsWith(`${one.name}:`))))
      return []
    const below = isLeafType(getNamedType(field.type))
      ? ''
      : ` { ${fieldsText(getNamedType(field.type), choose, schema, depth - 1)} }`
    return [
      `f${depth}_${index}_${choose.declarations.length}: ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition(choose)}${below}`,
    ]
  })
  return wrapped(type.name, `__typename ${texts.join(' ')}`, choose)
}

/** Now and then inside an inline or a named fragment. */
function wrapped(type: string, text: string, choose: Chooser): string {
  const roll = choose.below(8)
  if (roll === 0) return `... on ${type}${condition(choose)} { ${text} }`
  if (roll !== 1) return text
  const name = `Part${choose.fragments.length}`
  choose.fragments.push(`fragment ${name} on ${type} { ${text} }`)
  return `...${name}${condition(choose)}`
}

/** Random valid operations, with aliases, fragments, variables, and `@skip` and `@include` on variables. */
export const randomOperations = (schema: GraphQLSchema): fc.Arbitrary<RandomOperation> =>
  fc.tuple(fc.boolean(), fc.infiniteStream(fc.nat({ max: 1_000_000 }))).map(([isMutation, stream]) => {
    const choose = new Chooser(() => Number(stream.next().value))
    const root = (isMutation && schema.getMutationType()) || schema.getQueryType()
    if (!root) throw new Error('no root type')
    const fields = fieldsText(root, choose, schema, 4)
    const declared = choose.declarations.length > 0 ? `(${choose.declarations.join(', ')})` : ''
    const kind = root === schema.getQueryType() ? 'query' : 'mutation'
    const source = [`${kind} Random${declared} { ${fields} }`, ...choose.fragments].join('\n')
    return { source, variables: choose.variables }
  })
