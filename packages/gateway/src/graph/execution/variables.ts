import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql'
import { InvalidArgumentError } from '../errors/invalid-argument.ts'
import { valueFaults } from '../inputs/value-faults.ts'
import { InvalidValueError, type Sentence } from '../scalars/scalar.ts'
import { typeAt } from './type-at.ts'

/** Variables of a request as they came. */
export type RawVariables = Readonly<Record<string, unknown>>

/** Variables checked against the operation, or everything that is wrong with them. */
export type VariablesCheck =
  | { readonly ok: true; readonly values: Record<string, unknown> }
  | { readonly ok: false; readonly errors: readonly InvalidArgumentError[] }

/** More than a person corrects at once. */
const maxErrors = 20

/**
 * Checks variables as graphql-js does, but keeps the path of each fault and never repeats a value: values may be personal data.
 */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  raw: RawVariables,
): VariablesCheck {
  const values: Record<string, unknown> = {}
  const errors: InvalidArgumentError[] = []
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type)
    if (isInputType(type)) checkVariable({ definition, type, raw, values, errors })
  }
  return errors.length > 0 ? { ok: false, errors: errors.slice(0, maxErrors) } : { ok: true, values }
}

interface OneVariable {
  readonly definition: VariableDefinitionNode
  readonly type: GraphQLInputType
  readonly raw: RawVariables
  readonly values: Record<string, unknown>
  readonly errors: InvalidArgumentError[]
}

function checkVariable({ definition, type, raw, values, errors }: OneVariable): void {
  const name = definition.variable.name.value
  const given = Object.hasOwn(raw, name) ? raw[name] : undefined
  if (given === undefined) {
    if (definition.defaultValue) values[name] = valueFromAST(definition.defaultValue, type)
    else if (isNonNullType(type)) errors.push(new InvalidArgumentError([name], required(type)))
    return
  }
  if (given === null) {
    if (isNonNullType(type)) errors.push(new InvalidArgumentError([name], required(type)))
    else values[name] = null
    return
  }
  values[name] = coerceInputValue(given, type, (path, _value, error) => {
    errors.push(new InvalidArgumentError([name, ...path], reasonOf(error, typeAt(type, path))))
  })
  errors.push(...valueFaults(values[name], type, [name]))
}

const required = (type: GraphQLInputType): Sentence => ({ zh: `必须提供(${type})`, en: `must be given (${type})` })

/** Messages of graphql-js about fields name fields only; its messages about values repeat them, so they are replaced. */
function reasonOf(error: GraphQLError, type: GraphQLInputType | undefined): Sentence {
  if (error.originalError instanceof InvalidValueError) return error.originalError.reason
  const unknown = /^Field "(\w+)" is not defined/.exec(error.message)?.[1]
  if (unknown) return { zh: `没有字段 ${unknown}`, en: `there is no field ${unknown}` }
  const missing = /^Field "(\w+)" of required type/.exec(error.message)?.[1]
  if (missing) return { zh: `缺少字段 ${missing}`, en: `the field ${missing} is missing` }
  return { zh: `应为 ${type ?? '其他类型'}`, en: `expected ${type ?? 'another type'}` }
}
