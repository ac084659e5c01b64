import { inOrder } from './item-rows.ts'
import type { ConditionRow } from './rows.ts'

/** The tables have one list of situations and no questions; this one stands above them. */
export const situationKey = 'condition'

/** The situations as options of the one question. */
export const situationsOf = (conditions: readonly ConditionRow[]) =>
  conditions.length === 0
    ? []
    : [
        {
          key: situationKey,
          question: '办理情形',
          options: inOrder(conditions).map(({ row_guid: value, condition_name: label }) => ({
            value,
            label,
            next: null,
          })),
        },
      ]
