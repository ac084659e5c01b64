import {
  type DirectiveNode,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getDirectiveValues,
  isObjectType,
} from 'graphql'
import { requireClient } from '../../access/caller.ts'
import { requireScopes } from '../../access/scopes.ts'
import type { RequestContext } from '../../domains/request.ts'
import { schemaFault } from './config-error.ts'

type Field = GraphQLField<unknown, RequestContext>

/** What a field asks of its caller. */
type Rule = { readonly kind: 'public' } | { readonly kind: 'token' } | { readonly kind: 'scopes'; anyOf: string[][] }

const ruleNames: readonly string[] = ['public', 'authenticated', 'requiresScopes']

const ruleDirectives = (field: Field): readonly DirectiveNode[] =>
  (field.astNode?.directives ?? []).filter(({ name }) => ruleNames.includes(name.value))

function scopesOf(schema: GraphQLSchema, field: Field): string[][] {
  const directive = schema.getDirective('requiresScopes')
  const values = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined
  const isScopeSet = (set: unknown): set is string[] =>
    Array.isArray(set) && set.every((one) => typeof one === 'string')
  const sets = values?.scopes
  return Array.isArray(sets) ? sets.filter(isScopeSet) : []
}

function ruleOf(schema: GraphQLSchema, path: string, field: Field): Rule | undefined {
  const [first, second] = ruleDirectives(field)
  if (second) throw schemaFault(path, 'more than one of @public, @authenticated, @requiresScopes')
  if (first === undefined) return undefined
  if (first.name.value === 'public') return { kind: 'public' }
  if (first.name.value === 'authenticated') return { kind: 'token' }
  const anyOf = scopesOf(schema, field)
  // An empty alternative would let every token pass without a scope; such a field must say @authenticated.
  if (anyOf.length === 0 || anyOf.some((set) => set.length === 0)) throw schemaFault(path, '@requiresScopes names none')
  return { kind: 'scopes', anyOf }
}

/**
 * Deny by default: somebody adds a root field and forgets to say who may call it. So a root field without a rule does
 * not start, and every rule, also below the root, is put in front of the resolver here, once.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` naming the field
 */
export function enforceAccess(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`
      const rule = ruleOf(schema, path, field)
      if (rule === undefined && roots.includes(type))
        throw schemaFault(path, 'add @public, @authenticated or @requiresScopes')
      guard(field, rule)
    }
  }
}

function guard(field: Field, rule: Rule | undefined): void {
  if (rule === undefined || rule.kind === 'public') return
  const resolve = field.resolve ?? defaultFieldResolver
  const check = checkOf(rule)
  const guarded: GraphQLFieldResolver<unknown, RequestContext> = (parent, args, context, info) => {
    check(context)
    return resolve(parent, args, context, info)
  }
  field.resolve = guarded
}

function checkOf(rule: Exclude<Rule, { kind: 'public' }>): (context: RequestContext) => void {
  if (rule.kind === 'token') return ({ caller }) => void requireClient(caller)
  return ({ caller }) => void requireScopes(caller, rule.anyOf)
}
