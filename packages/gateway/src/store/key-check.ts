import { hkdfSync } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Migrations, Store } from './store.ts'

type SealTables = {
  /** One row: by what the key is recognised that sealed everything in this database. */
  seal_key: { single: boolean; check_value: string }
}

/** The migrations of this room. */
export const sealMigrations: Migrations = {
  '0005_seal_key': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('seal_key')
        .addColumn('single', 'boolean', (column) => column.primaryKey().check(sql`single`))
        .addColumn('check_value', 'text', (column) => column.notNull())
        .execute()
    },
  },
}

/** A value that only this key gives, and that tells nothing about it (HKDF, RFC 5869 §3.2: outputs for other purposes). */
export const checkValueOf = (key: Uint8Array): string =>
  Buffer.from(hkdfSync('sha256', key, '', 'tongban key check', 16)).toString('base64url')

/** The check value of the key that sealed this database; undefined when nothing was sealed yet. */
export async function readCheckValue(store: Store): Promise<string | undefined> {
  const row = await store.db.withTables<SealTables>().selectFrom('seal_key').select('check_value').executeTakeFirst()
  return row?.check_value
}

/** Notes whose key this database is sealed with, unless another gateway was quicker. @returns what is noted now */
export async function noteCheckValue(store: Store, value: string): Promise<string | undefined> {
  await store.db
    .withTables<SealTables>()
    .insertInto('seal_key')
    .values({ single: true, check_value: value })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return readCheckValue(store)
}
