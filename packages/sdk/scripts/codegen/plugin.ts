import type { PluginFunction } from '@graphql-codegen/plugin-helpers'
import { type FragmentDefinitionNode, type GraphQLSchema, Kind } from 'graphql'
import { type Fragments, readOperation } from './operation.ts'
import { printImports, printOperation } from './print.ts'

/** What the plugin is told beside schema and documents. */
interface PluginConfig {
  /** Fragments of all documents, because documents share them. */
  readonly fragments: readonly FragmentDefinitionNode[]
}

/**
 * Prints every operation of the documents as one plain string constant and one typed function: no classes, no shared
 * object, nothing that runs when the module loads, so a bundler keeps exactly the operations that are called.
 */
export const plugin: PluginFunction<PluginConfig> = (schema: GraphQLSchema, documents, config) => {
  const fragments: Fragments = new Map(config.fragments.map((fragment) => [fragment.name.value, fragment]))
  const operations = documents
    .flatMap(({ document }) => document?.definitions ?? [])
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => readOperation(node, fragments, schema))
  return { prepend: [printImports(operations)], content: `\n${operations.map(printOperation).join('\n')}` }
}
