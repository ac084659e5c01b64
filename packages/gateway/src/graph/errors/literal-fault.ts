import { type ASTNode, type DocumentNode, type GraphQLError, Kind, parse, visit } from 'graphql'
import { InvalidValueError, type Sentence } from '../scalars/scalar.ts'
import { InvalidArgumentError } from './invalid-argument.ts'

const leaves: ReadonlySet<string> = new Set([Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.ENUM])

/** graphql-js says more, but repeats the value, which may be personal data. */
const unfit: Sentence = { zh: '与 schema 中的类型不符', en: 'does not fit the type in the schema' }

/**
 * A literal in the query that its type refused, with the path of argument and fields it stands at. graphql-js points at
 * the literal only, and quotes it; the caller needs the name of the field.
 */
export function literalFault(error: GraphQLError): InvalidArgumentError | undefined {
  const node = error.nodes?.[0]
  const refused = error.originalError instanceof InvalidValueError ? error.originalError : undefined
  if (!node?.loc || !error.source || (refused === undefined && !leaves.has(node.kind))) return undefined
  return new InvalidArgumentError(pathTo(parse(error.source), node.loc.start), refused?.reason ?? unfit)
}

/** Names of the argument and object fields that enclose a position in the source. */
function pathTo(document: DocumentNode, start: number): string[] {
  const path: string[] = []
  const encloses = ({ loc }: ASTNode): boolean => loc !== undefined && loc.start <= start && start < loc.end
  visit(document, {
    Argument: (node) => void (encloses(node) && path.push(node.name.value)),
    ObjectField: (node) => void (encloses(node) && path.push(node.name.value)),
    ListValue(node) {
      const position = encloses(node) ? node.values.findIndex(encloses) : -1
      if (position >= 0) path.push(String(position))
    },
    VariableDefinition: (node) =>
      void (node.defaultValue && encloses(node.defaultValue) && path.push(node.variable.name.value)),
  })
  return path
}
