import { type Kysely, sql } from 'kysely'
import type { AgencyKey, ItemKey } from '../catalogue.ts'
import { chooseItem } from '../choose.ts'
import type { AgencyEntity, ItemEntity } from '../record.ts'
import type { AgencyRow, ItemRow } from '../tables.ts'
import { readCandidates } from './candidates.ts'
import { itemOf } from './rows.ts'

/** Items by any of their codes: one statement for all keys. */
export async function readItems(
  db: Kysely<unknown>,
  keys: readonly ItemKey[],
): Promise<readonly (ItemEntity | Error | null)[]> {
  const candidates = Map.groupBy(await readCandidates(db, keys), ({ place }) => place)
  return keys.map((key, place) => attempt(() => chooseItem(key, (candidates.get(place) ?? []).map(itemOf))))
}

function attempt<Value>(work: () => Value): Value | Error {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** An earlier version of an item, kept when a newer one replaced it. */
export async function readVersion(db: Kysely<unknown>, code: string, version: string): Promise<ItemEntity | null> {
  const { rows } = await sql<ItemRow>`
    select record, source_id, fetched_at, as_of from item_versions
    where code = ${code} and version = ${version}`.execute(db)
  return rows[0] ? itemOf(rows[0]) : null
}

/** Agencies by the code that items use, or by credit code: one statement for all keys. */
export async function readAgencies(
  db: Kysely<unknown>,
  keys: readonly AgencyKey[],
): Promise<readonly (AgencyEntity | null)[]> {
  const codes = [...new Set(keys.map(({ code }) => code))]
  const { rows } = await sql<AgencyRow>`
    select source_id, code, credit_code, record, fetched_at from item_agencies
    where code = any(${codes}::text[]) or credit_code = any(${codes}::text[])
    order by code, source_id`.execute(db)
  return keys.map((key) => agencyOf(bestRow(rows, key)))
}

function bestRow(rows: readonly AgencyRow[], { code, sourceId }: AgencyKey): AgencyRow | undefined {
  const named = rows.filter((row) => row.code === code)
  return named.find((row) => row.source_id === sourceId) ?? named[0] ?? rows.find((row) => row.credit_code === code)
}

const agencyOf = (row: AgencyRow | undefined): AgencyEntity | null =>
  row === undefined
    ? null
    : {
        ...row.record,
        provenance: {
          sourceId: row.source_id,
          fetchedAt: row.fetched_at.toISOString(),
          asOf: null,
          freshness: 'SNAPSHOT',
        },
      }
