import { typeDefs } from '@tongban/schema'
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
} from 'graphql'
import type { Step } from './step.ts'

interface Described {
  readonly at: string
  readonly description: string | null | undefined
}

const access = new Set(['public', 'authenticated', 'requiresScopes'])
const camel = /^[a-z][A-Za-z0-9]*$/
const pascal = /^[A-Z][A-Za-z0-9]*$/
const constant = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/

function membersOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type))
    return type.getValues().map((value) => ({ at: `${type.name}.${value.name}`, description: value.description }))
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => ({
      at: `${type.name}.${field.name}`,
      description: field.description,
    }))
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    { at: `${type.name}.${field.name}`, description: field.description },
    ...field.args.map((arg) => ({ at: `${type.name}.${field.name}(${arg.name}:)`, description: arg.description })),
  ])
}

const isBilingual = (text: string | null | undefined): boolean =>
  !!text && /[a-z]{2}/i.test(text) && /\p{Script=Han}/u.test(text)

function lintNames(type: GraphQLNamedType): string[] {
  const problems = pascal.test(type.name) ? [] : [`${type.name}: type names are PascalCase`]
  const wrong = membersOf(type).filter(({ at }) => {
    const name = at.replace(/\(.*/, '').split('.')[1] ?? ''
    return !(isEnumType(type) ? constant : camel).test(name)
  })
  return [
    ...problems,
    ...wrong.map(({ at }) => `${at}: ${isEnumType(type) ? 'enum values are CONSTANT_CASE' : 'fields are camelCase'}`),
  ]
}

function lintRootField(root: string, field: GraphQLField<unknown, unknown>): string[] {
  const directives = field.astNode?.directives?.map((directive) => directive.name.value) ?? []
  const declared = directives.filter((name) => access.has(name)).length
  return [
    ...(declared === 1
      ? []
      : [`${root}.${field.name}: declare exactly one of @public, @authenticated, @requiresScopes`]),
    ...(directives.includes('cost') ? [] : [`${root}.${field.name}: declare @cost`]),
    ...(isNonNullType(field.type)
      ? [`${root}.${field.name}: root fields are nullable, so that a dead source does not null the whole answer`]
      : []),
    ...(isListType(field.type) && !directives.includes('listSize') ? [`${root}.${field.name}: declare @listSize`] : []),
  ]
}

function lintPayload(field: GraphQLField<unknown, unknown>): string[] {
  const payload = field.type
  const hasUserErrors = isObjectType(payload) && 'userErrors' in payload.getFields()
  return hasUserErrors ? [] : [`Mutation.${field.name}: return a payload with userErrors`]
}

/** The conventions of the SDL: bilingual descriptions, names, access and cost on root fields, payloads of mutations. */
export const schemaFollowsConventions: Step = {
  name: 'schema lint',
  async run() {
    const schema = buildASTSchema(parse(typeDefs))
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    )
    const described = types.flatMap((type) => [{ at: type.name, description: type.description }, ...membersOf(type)])
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
    return [
      ...described
        .filter(({ description }) => !isBilingual(description))
        .map(({ at }) => `${at}: describe it in English and Chinese`),
      ...types.flatMap(lintNames),
      ...Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => lintRootField('Query', field)),
      ...mutations.flatMap((field) => [...lintRootField('Mutation', field), ...lintPayload(field)]),
    ]
  },
}
