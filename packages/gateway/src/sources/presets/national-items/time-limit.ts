import type { ServiceItemInput } from '../../../domains/items/record.ts'
import type { LocalCodes } from './codes.ts'
import type { BasicRow } from './rows.ts'

type TimeLimit = NonNullable<ServiceItemInput['timeLimit']>
type Duration = NonNullable<TimeLimit['statutory']>
const duration = (amount: number | null, unit: string | null, note: string | null, table: LocalCodes['statutory']) =>
  amount === null || amount < 0
    ? null
    : ({ amount, unit: table.name(unit), rawUnit: table.raw(unit), note } satisfies Duration)

/** How long the law and the office allow. A negative number says nothing. */
export const timeLimitOf = (basic: BasicRow, { statutory, promised }: LocalCodes): TimeLimit => ({
  statutory: duration(basic.anticipate_day, basic.anticipate_type, basic.anticipate_explain, statutory),
  promised: duration(basic.promise_day, basic.promise_type, basic.promise_explain, promised),
})
