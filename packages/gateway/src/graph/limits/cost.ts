import { TongbanError } from '@tongban/schema'
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { type CostNode, planCost, type Variables } from './cost-plan.ts'

/** Refuses an operation that would cost too much with these variables. */
export type CostLimit = (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => void

const costOf = (nodes: readonly CostNode[], variables: Variables): number =>
  nodes.reduce((sum, node) => sum + node.weight + node.size(variables) * costOf(node.children, variables), 0)

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])))

/**
 * The limit on the cost of one operation. Plans are kept as long as their documents are.
 *
 * @throws TongbanError (the returned function) `TB_QUERY_TOO_COSTLY` with cost and limit
 */
export function createCostLimit(schema: GraphQLSchema, maxCost: number): CostLimit {
  const plans = new WeakMap<OperationDefinitionNode, readonly CostNode[]>()
  const planOf = (document: DocumentNode, operation: OperationDefinitionNode) => {
    const plan = plans.get(operation) ?? planCost(schema, fragmentsOf(document), operation)
    plans.set(operation, plan)
    return plan
  }
  return (document, operation, variables) => {
    const cost = costOf(planOf(document, operation), variables)
    if (cost > maxCost) throw new TongbanError('TB_QUERY_TOO_COSTLY', { cost: Math.ceil(cost), limit: maxCost })
  }
}
