import { type Kysely, sql } from 'kysely'

const keepMs = 60_000

/**
 * How common search tokens are, from the statistics the database keeps anyway (`pg_stats`). A token that is not among the most
 * common counts as rare. Absent statistics only make a search slower.
 */
export function tokenFrequencies(db: Kysely<unknown>, now: () => Date) {
  let known: Promise<ReadonlyMap<string, number>> | undefined
  let until = 0
  return {
    /** Reads the statistics again at the next search. */
    forget: () => {
      until = 0
    },
    read: (): Promise<ReadonlyMap<string, number>> => {
      if (known === undefined || now().getTime() >= until) {
        known = readFrequencies(db)
        until = now().getTime() + keepMs
      }
      return known
    },
  }
}

export type TokenFrequencies = ReturnType<typeof tokenFrequencies>

async function readFrequencies(db: Kysely<unknown>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ tokens: string[] | null; shares: number[] | null }>`
    select most_common_elems::text::text[] as tokens, most_common_elem_freqs as shares from pg_stats
    where schemaname = any(current_schemas(false)) and tablename = 'items' and attname = 'grams'`.execute(db)
  const { tokens, shares } = rows[0] ?? {}
  return new Map(tokens?.map((token, index) => [token, shares?.[index] ?? 0]))
}

/**
 * Brings the statistics up to date and the indexes of a synchronisation in order. The embedded database has nobody who does it
 * in the background.
 */
export async function analyse(db: Kysely<unknown>): Promise<void> {
  await sql`analyze items`.execute(db)
  await sql`select gin_clean_pending_list(index) from unnest(array['items_grams', 'items_aliases']::regclass[]) index`.execute(
    db,
  )
}
