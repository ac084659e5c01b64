import { type RawBuilder, sql } from 'kysely'
import type { ItemFilter } from '../../generated/resolvers.ts'
import { reachOf } from './reach.ts'

type Condition = RawBuilder<boolean>

/** What is suspended or of unknown state is shown; what is withdrawn or a draft is not. */
const shown: Condition = sql`(state is null or state in ('IN_USE', 'SUSPENDED'))`

/** Conditions of a filter, without its text. */
export function filterConditions(filter: ItemFilter): readonly Condition[] {
  return [
    shown,
    ...serving(filter.division),
    ...oneOf('type', filter.types),
    ...ofAgencies(filter.agencies),
    ...sharing('audience', filter.audience),
    ...sharing('online_depth', filter.onlineDepth),
    ...sharing('handling_areas', filter.handlingArea),
    ...sharing('topics', filter.topics),
  ]
}

type Given = readonly string[] | null | undefined

/**
 * Handled inside a division, or else at the smallest one around it where anything is handled: a district serves its streets.
 * Codes inside a division are greater than those around it, and of those around it the smallest division has the greatest.
 */
function serving(division: string | null | undefined): Condition[] {
  if (division == null) return []
  const { areas, from, to } = reachOf(division)
  const inside = sql`division >= ${from} and division < ${to}`
  const served = sql`select max(division) from items where ${shown} and (${inside} or division = any(${[...areas]}::text[]))`
  return [sql`(${inside} or division = (${served}))`]
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
