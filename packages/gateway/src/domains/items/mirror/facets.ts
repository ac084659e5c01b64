import { divisionByCode, significantDigits } from '@tongban/schema'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { FacetCount, ItemFacets } from '../../generated/resolvers.ts'
import { labelOf } from '../labels.ts'

/** A facet with hundreds of values helps nobody choose. */
const maxValues = 50

type FacetName = 'types' | 'divisions' | 'agencies' | 'audience' | 'onlineDepth' | 'handlingArea'

interface FacetRow {
  readonly facet: FacetName
  readonly value: string
  readonly name: string | null
  readonly count: number
}

/** Counts how the matching items are spread, reading them once. */
export async function countFacets(db: Kysely<unknown>, where: RawBuilder<boolean>): Promise<ItemFacets> {
  const { rows } = await sql<FacetRow>`
    with matching as materialized (
      select type, division, agency_code, agency_name, audience, online_depth, handling_areas from items where ${where})
    select 'types' as facet, type as value, null as name, count(*) as count from matching where type is not null group by type
    union all select 'divisions', division, null, count(*) from matching group by division
    union all select 'agencies', agency_code, coalesce(
        (select min(record ->> 'name') from item_agencies where item_agencies.code = matching.agency_code), max(agency_name)), count(*)
      from matching where agency_code is not null group by agency_code
    union all select 'audience', value, null, count(*) from matching, unnest(audience) as value group by value
    union all select 'onlineDepth', value, null, count(*) from matching, unnest(online_depth) as value group by value
    union all select 'handlingArea', value, null, count(*) from matching, unnest(handling_areas) as value group by value`.execute(
    db,
  )
  const facet = (name: FacetName) => counts(rows.filter((row) => row.facet === name))
  const divisions = facet('divisions')
  const agencies = facet('agencies')
  return {
    types: facet('types').listed,
    divisions: divisions.listed,
    otherDivisions: divisions.others,
    agencies: agencies.listed,
    otherAgencies: agencies.others,
    audience: facet('audience').listed,
    onlineDepth: facet('onlineDepth').listed,
    handlingArea: facet('handlingArea').listed,
  }
}

/** The most frequent values, and how many matches have others. */
function counts(rows: readonly FacetRow[]) {
  const ordered = rows.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return {
    listed: ordered.slice(0, maxValues).map(facetCount),
    others: ordered.slice(maxValues).reduce((sum, { count }) => sum + count, 0),
  }
}

const facetCount = (row: FacetRow): FacetCount => ({
  value: row.value,
  label: row.name ?? text(row),
  count: row.count,
})

function text({ facet, value }: FacetRow): string {
  if (facet !== 'divisions') return labelOf(value)
  const known = significantDigits(value).length <= 6 ? divisionByCode(value.slice(0, 6)) : undefined
  return known?.name ?? value
}
