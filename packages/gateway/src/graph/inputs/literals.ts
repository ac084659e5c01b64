import {
  type ASTVisitor,
  GraphQLError,
  getNamedType,
  getNullableType,
  type IntValueNode,
  isListType,
  type ListValueNode,
  type StringValueNode,
  type ValidationContext,
} from 'graphql'
import { InvalidValueError, type Sentence } from '../scalars/scalar.ts'
import { listFault, textFault } from './text.ts'

/** Validation rule that holds literals to the bounds that `valueFaults` holds variables to. */
export function limitLiterals(context: ValidationContext): ASTVisitor {
  const report = (node: StringValueNode | IntValueNode | ListValueNode, reason: Sentence | undefined): void => {
    if (reason === undefined) return
    context.reportError(new GraphQLError(reason.en, { nodes: node, originalError: new InvalidValueError(reason) }))
  }
  const text = (node: StringValueNode | IntValueNode): void => {
    const { name } = getNamedType(context.getInputType()) ?? {}
    if (name === 'String' || name === 'ID') report(node, textFault(node.value, name))
  }
  return {
    StringValue: text,
    IntValue: text,
    ListValue(node) {
      const reason = isListType(getNullableType(context.getParentInputType()))
        ? listFault(node.values.length)
        : undefined
      report(node, reason)
      // The one error says enough; its entries need not be looked at.
      return reason === undefined ? undefined : false
    },
  }
}
