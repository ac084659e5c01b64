import { makeExecutableSchema } from '@graphql-tools/schema'
import { GraphQLScalarType, type GraphQLSchema, isScalarType, isSpecifiedScalarType } from 'graphql'
import type { NodeLoader } from '../../domains/domain.ts'
import type { Resolvers } from '../../domains/generated/resolvers.ts'
import { scalars } from '../scalars/index.ts'
import { enforceAccess } from './access.ts'
import { refuseStrayResolvers, requireResolvers, resolvedFields } from './checks.ts'
import { schemaFault } from './config-error.ts'
import { type NodeLoaders, nodeResolvers } from './node.ts'

/** What a domain gives to the graph. */
export interface GraphPart {
  readonly resolvers: Resolvers
  readonly nodes?: NodeLoaders
}

/**
 * Puts the SDL and the resolvers of all domains together, with validating scalars and access rules in force.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` naming the field that is unguarded, unresolved or unknown
 */
export function assembleSchema(typeDefs: string, parts: readonly GraphPart[]): GraphQLSchema {
  const resolvers = [...parts.map((part) => part.resolvers), nodeResolvers(collectLoaders(parts))]
  const resolved = resolvedFields(resolvers)
  const bare = makeExecutableSchema({ typeDefs })
  refuseStrayResolvers(bare, resolved)
  requireResolvers(bare, resolved)
  const schema = makeExecutableSchema({ typeDefs, resolvers: [scalarRules(bare), ...resolvers] })
  enforceAccess(schema)
  return schema
}

function collectLoaders(parts: readonly GraphPart[]): ReadonlyMap<string, NodeLoader> {
  const loaders = new Map<string, NodeLoader>()
  for (const { nodes = {} } of parts)
    for (const [type, load] of Object.entries(nodes)) {
      if (loaders.has(type)) throw schemaFault(type, 'two domains load this type of node')
      loaders.set(type, load)
    }
  return loaders
}

/** The rules of the scalars in a schema, described as the SDL describes them. A scalar without rules would let anything in. */
function scalarRules(schema: GraphQLSchema): Record<string, GraphQLScalarType> {
  const custom = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
  return Object.fromEntries(
    custom.map(({ name, description }) => {
      const rules = scalars[name]
      if (rules === undefined) throw schemaFault(name, 'this scalar has no rules')
      return [name, new GraphQLScalarType({ ...rules.toConfig(), description })]
    }),
  )
}
