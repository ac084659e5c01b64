/**
 * The text of one GraphQL operation that knows the type of its answer and of its variables. The types exist for the
 * compiler only: the value is a plain string, so any bundler can drop it and any lowering keeps it intact.
 */
export type TongbanDocument<Data, Variables extends object = object> = string & {
  readonly '~types'?: (variables: Variables) => Data
}

/** What the SDK must know of an operation to send it. */
export interface OperationTraits {
  /** Name of the operation, for logs and errors. */
  readonly name: string
  /** Whether the text is surely a query and nothing else, so that repeating it changes nothing. */
  readonly readOnly: boolean
}

const operationStart = /^\s*(query|mutation|\{)\s*(\w*)/

/** Reads kind and name from the start of the text. A document that starts with anything else is taken for a change. */
export function operationTraits(document: string): OperationTraits {
  const [, kind, name] = operationStart.exec(document) ?? []
  return {
    name: name || 'anonymous',
    readOnly: kind !== undefined && kind !== 'mutation' && !/\bmutation\b/.test(document),
  }
}
