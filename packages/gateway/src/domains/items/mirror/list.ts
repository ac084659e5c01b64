import { type Kysely, type RawBuilder, sql } from 'kysely'
import { connection, readPage } from '../../connection.ts'
import type { ItemFilter } from '../../generated/resolvers.ts'
import { isInt4, isKey } from '../../position.ts'
import type { ItemConnectionEntity, ItemsQuery } from '../catalogue.ts'
import { matchOf, scoreOf } from '../search/match.ts'
import { planSearch, type SearchPlan } from '../search/plan.ts'
import type { ItemRow } from '../tables.ts'
import { countFacets } from './facets.ts'
import { filterConditions } from './filter.ts'
import type { TokenFrequencies } from './frequencies.ts'
import { itemOf } from './rows.ts'

/** Where a row stands: how well it matches, how long its name is, its code. Without a text all score 0. */
type Position = readonly [score: number, length: number, code: string]

interface Found extends ItemRow {
  readonly score: number
  readonly length: number
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length === 3 && isInt4(value[0]) && isInt4(value[1]) && isKey(value[2])

/** Finds items in the mirror: best match first, then the shorter name, then by code; without a text by code alone. */
export async function listItems(
  db: Kysely<unknown>,
  frequencies: TokenFrequencies,
  { filter, first, after }: ItemsQuery,
): Promise<ItemConnectionEntity> {
  const page = readPage({ first, after }, filter ?? {}, isPosition)
  const plan = planSearch(filter?.text ?? '')
  const where = await conditionOf(filter ?? {}, plan, frequencies)
  const rows = await readRows(db, plan, where, page.after, page.first + 1)
  const found = connection(page, rows, ({ score, length, code }): Position => [score, length, code])
  return {
    pageInfo: found.pageInfo,
    edges: found.edges.map(({ cursor, node }) => ({ cursor, node: itemOf(node) })),
    totalCount: () => count(db, where),
    facets: () => countFacets(db, where),
  }
}

async function conditionOf(
  filter: ItemFilter,
  plan: SearchPlan | null,
  frequencies: TokenFrequencies,
): Promise<RawBuilder<boolean>> {
  const known = plan === null ? undefined : await frequencies.read()
  const text = plan === null ? [] : [matchOf(plan, (gram) => known?.get(gram) ?? 0)]
  return sql`${sql.join([...text, ...filterConditions(filter)], sql` and `)}`
}

async function readRows(
  db: Kysely<unknown>,
  plan: SearchPlan | null,
  where: RawBuilder<boolean>,
  after: Position | null,
  limit: number,
): Promise<readonly Found[]> {
  // Names of different length stand mixed when only the code orders them.
  const order = plan === null ? { score: sql`0`, length: sql`0` } : { score: scoreOf(plan), length: sql`name_length` }
  const matching = sql`select code, ${order.score} as score, ${order.length} as length from items where ${where}`
  const following = after === null ? sql`true` : beyond(after, plan)
  const { rows } = await sql<Found>`
    with page as (
      select * from (${matching}) as matching where ${following} order by score desc, length, code limit ${sql.lit(limit)})
    select items.code, page.score, page.length, items.record, items.source_id, items.fetched_at, items.as_of
    from page join items using (code)
    order by page.score desc, page.length, items.code`.execute(db)
  return rows
}

/** Beyond a position. By code alone the primary key finds the place; a score has to be computed for each match anyway. */
const beyond = ([score, length, code]: Position, plan: SearchPlan | null) =>
  plan === null
    ? sql`code > ${code}`
    : sql`(-score, length, code) > (${-score}::int, ${length}::int, ${code}::text collate "C")`

async function count(db: Kysely<unknown>, where: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from items where ${where}`.execute(db)
  return rows[0]?.n ?? 0
}
