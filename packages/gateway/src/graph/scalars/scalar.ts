import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'

/** A sentence in both languages. Never holds the value it speaks of: values may be personal data. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** A value a scalar does not accept. Becomes `TB_INVALID_INPUT` with the name of the field where the value stood. */
export class InvalidValueError extends Error {
  override readonly name = 'InvalidValueError'
  readonly reason: Sentence

  constructor(reason: Sentence) {
    super(reason.en)
    this.reason = reason
  }
}

/** How a scalar reads and writes its values. Reading is idempotent: what was read can be read again. */
export interface ScalarRules<Value> {
  readonly name: string
  /** @throws InvalidValueError */
  read(input: unknown): Value
  /** What leaves; by default the value as it is. */
  write?(value: unknown): Value
}

/** Builds a scalar that validates variables and literals by the same rule. */
export const defineScalar = <Value>({ name, read, write }: ScalarRules<Value>): GraphQLScalarType<Value, Value> =>
  new GraphQLScalarType<Value, Value>({
    name,
    parseValue: read,
    parseLiteral: (node, variables) => read(literal(node, variables)),
    serialize: write ?? asWritten<Value>(name),
  })

/** What the literal would be as JSON; an enum name is no JSON, so no rule accepts it. */
const literal = (node: ValueNode, variables: Parameters<typeof valueFromASTUntyped>[1]): unknown =>
  node.kind === Kind.ENUM ? undefined : valueFromASTUntyped(node, variables)

/** Domains hand over values that were parsed where they entered; an odd one is our fault, not the caller's. */
const asWritten =
  <Value>(name: string) =>
  (value: unknown): Value => {
    if (typeof value === 'string') return value as Value
    throw new TypeError(`${name} cannot be written from a ${typeof value}`)
  }
