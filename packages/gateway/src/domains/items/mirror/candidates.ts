import { significantDigits } from '@tongban/schema'
import { type Kysely, sql } from 'kysely'
import type { ItemKey } from '../catalogue.ts'
import type { ItemRow } from '../tables.ts'

/** An item that a key may mean. */
export interface Candidate extends ItemRow {
  /** Place of the key among the keys. */
  readonly place: number
}

/**
 * The best two items for each key: enough to choose one or to say that there are several. A catalogue code may be handled in
 * every township of a province, so each key has a limit of its own, and the order is that of `chooseItem`: the item's own code,
 * then what is open, then what is handled at the very division. Drafts are nobody's business.
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
        items.division is not distinct from wanted.division desc, items.code
      limit 2) as best
    join items on items.code = best.code`.execute(db)
  return rows
}

/** A key, with the areas its division lies in and the range of what lies in it; `:` follows `9`. */
function wantedOf({ code, division }: ItemKey, place: number) {
  if (division === null) return { place, code }
  const digits = significantDigits(division)
  const areas = [0, 2, 4, 6, 9].map((length) => division.slice(0, length).padEnd(12, '0'))
  return { place, code, division, areas, from: digits, to: `${digits}:` }
}
