/** Makes everything under `src/generated/` from the SDL, the operation documents, the table of errors and package.json. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typescriptOperations from '@graphql-codegen/typescript-operations'
import { caseStateNames, isEnded, typeDefs } from '@tongban/schema'
import { buildASTSchema, type FragmentDefinitionNode, Kind, parse } from 'graphql'
import { printLocalErrors } from './codegen/local-errors.ts'
import { plugin } from './codegen/plugin.ts'
import { scalars } from './codegen/scalars.ts'

const header =
  '// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".\n'
const operationsFolder = new URL('../operations/', import.meta.url)
const target = (name: string) => new URL(`../src/generated/${name}`, import.meta.url)

const write = (name: string, text: string) => writeFileSync(target(name), `${header}${text.trimEnd()}\n`)

const schema = parse(typeDefs)
const documents = readdirSync(operationsFolder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((location) => ({ location, document: parse(readFileSync(new URL(location, operationsFolder), 'utf8')) }))
const fragments: FragmentDefinitionNode[] = documents
  .flatMap(({ document }) => document.definitions)
  .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)

const printTypes = () =>
  codegen({
    filename: target('types.ts').pathname,
    schema,
    documents,
    config: {
      scalars,
      strictScalars: true,
      immutableTypes: true,
      skipTypename: true,
      useTypeImports: true,
      arrayInputCoercion: false,
      inlineFragmentTypes: 'combine',
    },
    plugins: [{ typescriptOperations: {} }],
    pluginMap: { typescriptOperations },
  })

const printFunctions = (file: (typeof documents)[number]) =>
  codegen({
    filename: target(file.location).pathname,
    schema,
    schemaAst: buildASTSchema(schema),
    documents: [file],
    config: {},
    plugins: [{ operationFunctions: { fragments } }],
    pluginMap: { operationFunctions: { plugin } },
    skipDocumentsValidation: true,
  })

const printVersion = () => {
  const { version }: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return `/** Version of the SDK, sent as \`x-tongban-client\`. */\nexport const sdkVersion = '${version}'`
}

const printEndedCaseStates = () => {
  const states = caseStateNames.filter(isEnded)
  return `/** States after which the owner does nothing more to a case. */\nexport const endedCaseStates = ${JSON.stringify(states)} as const`
}

mkdirSync(target('.'), { recursive: true })
write('types.ts', await printTypes())
write('local-errors.ts', printLocalErrors())
write('version.ts', printVersion())
write('ended-case-states.ts', printEndedCaseStates())
for (const file of documents) {
  const holdsOperations = file.document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (holdsOperations) write(file.location.replace('.graphql', '.ts'), await printFunctions(file))
}
