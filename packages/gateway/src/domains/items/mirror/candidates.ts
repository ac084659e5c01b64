import { type Kysely, sql } from 'kysely'
import type { ItemKey } from '../catalogue.ts'
import { maxNamed } from '../choose.ts'
import type { ItemRow } from '../tables.ts'
import { reachOf } from './reach.ts'

/** An item that a key may mean. */
export interface Candidate extends ItemRow {
  /** Place of the key among the keys. */
  readonly place: number
}

/**
 * The best few items for each key: enough to choose one or to name several. A catalogue code may be handled in
 * every township of a province, so each key has a limit of its own, and the order is that of `chooseItem`: the item's own code,
 * then what is open, then what is handled nearest around the division. Drafts are nobody's business.
 */
export async function readCandidates(db: Kysely<unknown>, keys: readonly ItemKey[]): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(keys.map(wantedOf))}::jsonb)
        as wanted(place int, code text, division text, areas text[], "from" text, "to" text))
    select wanted.place, items.record, items.source_id, items.fetched_at, items.as_of
    from wanted cross join lateral (
      select items.code from items
      where (items.code = wanted.code or items.aliases @> array[wanted.code]) and items.state is distinct from 'DRAFT'
        and (items.code = wanted.code or wanted.division is null or items.division = any(wanted.areas)
          or (items.division >= wanted."from" and items.division < wanted."to"))
      order by items.code = wanted.code desc, items.state is not distinct from 'WITHDRAWN',
        case when items.division = any(wanted.areas) then items.division end desc nulls last, items.code
      limit ${sql.lit(maxNamed + 1)}) as best
    join items on items.code = best.code`.execute(db)
  return rows
}

function wantedOf({ code, division }: ItemKey, place: number) {
  return division === null ? { place, code } : { place, code, division, ...reachOf(division) }
}
