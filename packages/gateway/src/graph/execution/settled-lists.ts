import { MapperKind, mapSchema } from '@graphql-tools/utils'
import {
  defaultFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql'

/**
 * A copy of a schema in which lists of objects resolve to lists of promises.
 *
 * graphql-js 16 completes list items one by one; when a later item fails at once, the pending promises of earlier ones
 * are forgotten, and if one of them rejects, Node ends the process for an unhandled rejection. Two bad rows in one upstream
 * answer are enough. Behind a promise no item fails at once.
 */
export const withSettledLists = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => {
      if (!isObjectList(field.type)) return undefined
      const resolve = field.resolve ?? defaultFieldResolver
      const inPromises: typeof resolve = (...call) => {
        const answer: unknown = resolve(...call)
        return answer instanceof Promise ? answer.then(promised) : promised(answer)
      }
      return { ...field, resolve: inPromises }
    },
  })

function isObjectList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type) && isCompositeType(getNamedType(type))
}

const promised = (answer: unknown): unknown =>
  Array.isArray(answer) ? answer.map((item: unknown) => Promise.resolve(item).then(promised)) : answer
