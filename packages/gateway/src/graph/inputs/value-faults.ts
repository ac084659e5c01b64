import { type GraphQLInputType, getNullableType, isInputObjectType, isListType, isScalarType } from 'graphql'
import { InvalidArgumentError } from '../errors/invalid-argument.ts'
import { listFault, textFault } from './text.ts'

type Path = readonly (string | number)[]

/** Everything in a coerced value that the built-in scalars and lists let through and no domain should meet. */
export function valueFaults(value: unknown, type: GraphQLInputType, path: Path): readonly InvalidArgumentError[] {
  if (value == null) return []
  const given = getNullableType(type)
  if (isListType(given)) return listFaults(Array.isArray(value) ? value : [value], given.ofType, path)
  if (isInputObjectType(given))
    return Object.entries(value).flatMap(([name, inner]) => {
      const field = given.getFields()[name]
      return field ? valueFaults(inner, field.type, [...path, name]) : []
    })
  if (!isScalarType(given) || typeof value !== 'string') return []
  return given.name === 'String' || given.name === 'ID' ? faultAt(path, textFault(value, given.name)) : []
}

function listFaults(values: readonly unknown[], type: GraphQLInputType, path: Path): readonly InvalidArgumentError[] {
  const tooMany = faultAt(path, listFault(values.length))
  return tooMany.length > 0 ? tooMany : values.flatMap((one, index) => valueFaults(one, type, [...path, index]))
}

const faultAt = (path: Path, reason: InvalidArgumentError['reason'] | undefined): readonly InvalidArgumentError[] =>
  reason === undefined ? [] : [new InvalidArgumentError(path, reason)]
