import { type ASTNode, type DocumentNode, type GraphQLError, parse, visit } from 'graphql'
import { InvalidValueError } from '../scalars/scalar.ts'
import { InvalidArgumentError } from './invalid-argument.ts'

/**
 * A literal in the query that its scalar refused, with the path of argument and fields it stands at. graphql-js points at
 * the literal only, and quotes it; the caller needs the name of the field.
 */
export function literalFault(error: GraphQLError): InvalidArgumentError | undefined {
  const reason = reasonOf(error)
  const node = error.nodes?.[0]
  const start = node?.loc?.start
  if (reason === undefined || start === undefined || !error.source) return undefined
  return new InvalidArgumentError(pathTo(parse(error.source), start), reason)
}

const reasonOf = (error: GraphQLError) =>
  error.originalError instanceof InvalidValueError ? error.originalError.reason : undefined

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
