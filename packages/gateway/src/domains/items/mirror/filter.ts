import { significantDigits } from '@tongban/schema'
import { type RawBuilder, sql } from 'kysely'
import type { ItemFilter } from '../../generated/resolvers.ts'

type Condition = RawBuilder<boolean>

/** Conditions of a filter, without its text. What is suspended or of unknown state is shown; what is withdrawn or a draft is not. */
export function filterConditions(filter: ItemFilter): readonly Condition[] {
  return [
    sql`(state is null or state in ('IN_USE', 'SUSPENDED'))`,
    ...inside(filter.division),
    ...oneOf('type', filter.types),
    ...ofAgencies(filter.agencies),
    ...sharing('audience', filter.audience),
    ...sharing('online_depth', filter.onlineDepth),
    ...sharing('handling_areas', filter.handlingArea),
    ...sharing('topics', filter.topics),
  ]
}

type Given = readonly string[] | null | undefined

/** A range instead of `like`: an index serves it, also for a prepared statement. `:` follows `9`. */
function inside(division: string | null | undefined): Condition[] {
  if (division == null) return []
  const digits = significantDigits(division)
  return [sql`(division >= ${digits} and division < ${`${digits}:`})`]
}

/** An empty list is an empty condition: nothing is among no values. */
const oneOf = (column: string, values: Given): Condition[] =>
  values == null ? [] : [sql`${sql.ref(column)} = any(${[...values]}::text[])`]

const sharing = (column: string, values: Given): Condition[] =>
  values == null ? [] : [sql`${sql.ref(column)} && ${[...values]}::text[]`]

const ofAgencies = (codes: Given): Condition[] =>
  codes == null
    ? []
    : [
        sql`agency_code in (
          select unnest(${[...codes]}::text[])
          union select code from item_agencies where credit_code = any(${[...codes]}::text[]))`,
      ]
