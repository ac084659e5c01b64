import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Wording } from '../database.ts'
import { all, list } from '../wording.ts'

/** Advisory locks are numbers of 64 bits, one room of them for each database. */
const lockNumber = (table: string): bigint => createHash('sha256').update(`tongban:${table}`).digest().readBigInt64BE()

/** How PostgreSQL says it. */
export const postgresWording: Wording = {
  later: (seconds) => sql`localtimestamp + make_interval(secs => ${seconds}::double precision)`,
  // An UPDATE has no LIMIT here. The rows are picked in a common table expression, because a subquery may run more than once.
  claim: ({ table, set, where, order, id, size }) => {
    const same = id.map((column) => sql`taken.${column} = picked.${column}`)
    return sql`
      with picked as (select ${list(id)} from ${table} where ${where} order by ${order} limit ${sql.lit(size)} for update skip locked)
      update ${table} as taken set ${set} from picked where ${all(same)}`
  },
  lock: (table) => sql`select 1 as locked from pg_advisory_xact_lock(${lockNumber(table)}::bigint)`,
  columns: (table, schema) => sql`
    select ${list([
      sql`column_name as name`,
      sql`data_type as type`,
      sql`character_maximum_length as length`,
      sql`current_setting('server_encoding') as charset`,
    ])} from information_schema.columns
    where table_schema = any(case when ${schema}::text is null then current_schemas(false)::text[] else array[${schema}::text] end)
      and table_name = ${table}`,
}
