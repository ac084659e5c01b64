import type { Operation } from './operation.ts'

/** Codes for a root field that is null without an error, by the type of the field. */
const absentCodes: Readonly<Record<string, string>> = {
  ServiceItem: 'TB_ITEM_NOT_FOUND',
  Consent: 'TB_CONSENT_NOT_FOUND',
  Submission: 'TB_SUBMISSION_NOT_FOUND',
  Case: 'TB_CASE_NOT_FOUND',
  TradingNotice: 'TB_NOTICE_NOT_FOUND',
  TradingProject: 'TB_NOTICE_NOT_FOUND',
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const suffix = ({ shape }: Operation): string => (shape.kind === 'change' ? 'Mutation' : 'Query')

/** Names of the types `typescript-operations` makes for an operation. */
const typeNames = (operation: Operation) => {
  const data = `${capital(operation.name)}${suffix(operation)}`
  return { data, variables: `${data}Variables` }
}

const helpers = { list: 'listCall', read: 'readCall', change: 'changeCall', keyed: 'keyedCall' } as const

/** Name of the function that starts the call. */
const helperOf = ({ shape }: Operation): string =>
  helpers[shape.kind === 'change' && shape.keyed ? 'keyed' : shape.kind]

const optionsType = ({ shape }: Operation): string => {
  if (shape.kind === 'list') return 'ListOptions'
  return shape.kind === 'change' && shape.keyed ? 'KeyedCallOptions' : 'CallOptions'
}

const variablesType = (operation: Operation): string => {
  const { variables } = typeNames(operation)
  return helperOf(operation) === helpers.keyed ? `Omit<types.${variables}, 'idempotencyKey'>` : `types.${variables}`
}

const variablesParameter = (operation: Operation): string => {
  if (operation.variables === 'none') return ''
  return `variables: ${variablesType(operation)}${operation.variables === 'optional' ? ' = {}' : ''}, `
}

function pickOf({ shape, rootField }: Operation): string {
  if (shape.kind !== 'change') return `(data) => data.${rootField}`
  return `({ ${rootField}: payload }) => payload && { value: payload.${shape.entity}, userErrors: payload.userErrors }`
}

const absentCode = ({ shape }: Operation): string | undefined =>
  shape.kind === 'read' ? absentCodes[shape.type] : undefined

const absentArgument = (operation: Operation): string => {
  const code = absentCode(operation)
  return code === undefined ? '' : `, ${code}`
}

/** The document and the function of an operation, as TypeScript. */
export function printOperation(operation: Operation): string {
  const { name, text, summary } = operation
  const { data, variables } = typeNames(operation)
  const given = operation.variables === 'none' ? '{}' : 'variables'
  return `/** The text of {@link ${name}}. */
export const ${name}Document: TongbanDocument<types.${data}, types.${variables}> =
  ${JSON.stringify(text)}

/** ${summary} */
export const ${name} = (client: TongbanClient, ${variablesParameter(operation)}options?: ${optionsType(operation)}) =>
  ${helperOf(operation)}(client, ${name}Document, ${given}, options, ${pickOf(operation)}${absentArgument(operation)})
`
}

/** The imports of a module with these operations. */
export function printImports(operations: readonly Operation[]): string {
  const sorted = (names: string[]) => [...new Set(names)].sort()
  const imports = (file: string) => (name: string) => `import { ${name} } from '../calls/${file}.ts'`
  const helperNames = sorted(operations.map(helperOf))
  const absent = sorted(operations.flatMap((operation) => absentCode(operation) ?? []))
  const isRead = (name: string) => name === helpers.list || name === helpers.read
  const reads = helperNames.filter(isRead)
  const changes = helperNames.filter((name) => !isRead(name))
  return [
    ...(changes.length > 0 ? [imports('change')(changes.join(', '))] : []),
    ...(reads.length > 0 ? [imports('read')(reads.join(', '))] : []),
    "import type { TongbanDocument } from '../document.ts'",
    `import type { ${sorted(operations.map(optionsType)).join(', ')} } from '../options.ts'`,
    "import type { TongbanClient } from '../settings.ts'",
    ...(absent.length > 0 ? [`import { ${absent.join(', ')} } from './local-errors.ts'`] : []),
    "import type * as types from './types.ts'",
  ].join('\n')
}
