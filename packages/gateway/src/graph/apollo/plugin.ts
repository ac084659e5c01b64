import type { ApolloServerPlugin } from '@apollo/server'
import { Kind, type OperationDefinitionNode } from 'graphql'
import { presentError } from '../errors/present.ts'
import type { Passage } from './passage.ts'

/**
 * Presents errors in the language of the request, and notes what was run. Uses no `willResolveField`: a single plugin
 * with that hook makes Apollo wrap every resolver of the schema.
 */
export const passagePlugin: ApolloServerPlugin<Passage> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue }) => {
      contextValue.seen.operation = labelOf(operation)
    },
    willSendResponse: async ({ response, errors, contextValue }) => {
      if (response.body.kind !== 'single' || !errors) return
      const presented = errors.map((error) => presentError(error, contextValue.audience))
      response.body.singleResult.errors = presented.map((one) => ({ ...one, extensions: { ...one.extensions } }))
    },
  }),
}

/** Names from the schema only: names clients invent could carry anything, and would be without number. */
function labelOf(operation: OperationDefinitionNode | undefined): string {
  if (operation === undefined) return 'none'
  const [first, ...others] = operation.selectionSet.selections
  const field = first?.kind === Kind.FIELD && others.length === 0 ? first.name.value : 'several'
  return `${operation.operation} ${field}`
}
