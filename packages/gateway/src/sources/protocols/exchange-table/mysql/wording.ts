import { sql } from 'kysely'
import type { Wording } from '../database.ts'
import { list } from '../wording.ts'

/** Names of locks are at most 64 characters and shared by all databases of a server. */
const lockName = (table: string) => sql`concat('tongban:', md5(concat(database(), ':', ${table})))`

/** How MySQL and MariaDB say it. An UPDATE with LIMIT is atomic in all their versions; SKIP LOCKED is not in the older ones. */
export const mysqlWording: Wording = {
  later: (seconds) => sql`date_add(now(), interval ${seconds} second)`,
  claim: ({ table, set, where, order, size }) =>
    sql`update ${table} set ${set} where ${where} order by ${order} limit ${sql.lit(size)}`,
  lock: (table) => sql`select get_lock(${lockName(table)}, 2) as locked`,
  unlock: (table) => sql`select release_lock(${lockName(table)})`,
  columns: (table, schema) => sql`
    select ${list([
      sql`column_name as name`,
      sql`data_type as type`,
      sql`character_maximum_length as length`,
      sql`character_set_name as charset`,
    ])} from information_schema.columns
    where table_schema = coalesce(${schema}, database()) and table_name = ${table}`,
}
