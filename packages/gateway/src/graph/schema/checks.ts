import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql'
import { schemaFault } from './config-error.ts'

type FieldNames = ReadonlyMap<string, ReadonlySet<string>>

/** Which fields have a resolver of a domain, by type. */
export function resolvedFields(parts: readonly object[]): FieldNames {
  const fields = new Map<string, Set<string>>()
  for (const part of parts)
    for (const [type, resolvers] of Object.entries(part)) {
      const names = fields.get(type) ?? new Set()
      for (const name of Object.keys(resolvers)) {
        if (names.has(name)) throw schemaFault(`${type}.${name}`, 'two domains resolve this field')
        names.add(name)
      }
      fields.set(type, names)
    }
  return fields
}

/**
 * A field that takes arguments, or sits at the root, cannot be answered by reading a property of its parent; an abstract
 * type cannot be told apart by itself. Each needs a resolver, or the gap would show as null at some counter.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` naming the field
 */
export function requireResolvers(schema: GraphQLSchema, resolved: FieldNames): void {
  const roots = [schema.getQueryType(), schema.getMutationType()]
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isAbstractType(type) && !resolved.get(type.name)?.has('__resolveType'))
      throw schemaFault(type.name, 'no domain tells its types apart (__resolveType)')
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields()))
      if ((roots.includes(type) || field.args.length > 0) && !resolved.get(type.name)?.has(field.name))
        throw schemaFault(`${type.name}.${field.name}`, 'no domain resolves this field')
  }
}

/**
 * The opposite fault: a resolver left behind when a field was renamed.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` naming the resolver
 */
export function refuseStrayResolvers(schema: GraphQLSchema, resolved: FieldNames): void {
  for (const [typeName, names] of resolved) {
    const type = schema.getType(typeName)
    if (type === undefined) throw schemaFault(typeName, 'resolvers for a type that is not in the schema')
    const known = isObjectType(type) ? type.getFields() : {}
    for (const name of names)
      if (!name.startsWith('__') && !(name in known))
        throw schemaFault(`${typeName}.${name}`, 'a resolver for a field that is not in the schema')
  }
}
