import { PGlite } from '@electric-sql/pglite'
import { PGliteDialect } from 'kysely'
import { type Database, type StatementListener, storeOn } from './database.ts'
import type { Store } from './store.ts'
import { valueParsers } from './values.ts'

/** Opens a store in memory, gone with the process. For tests. */
export async function openMemory(onStatement?: StatementListener): Promise<Store> {
  return storeOn(embedded(await startPGlite()), onStatement)
}

/** Starts PostgreSQL inside this process, in a folder or in memory. */
export async function startPGlite(folder?: string): Promise<PGlite> {
  const pglite = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    parsers: { ...valueParsers },
  })
  // The default of 4 is meant for turning disks and makes the planner read whole tables instead of an index.
  await pglite.exec('set random_page_cost = 1.1')
  return pglite
}

/**
 * A block that brings its own `begin` and `commit` runs inside a transaction of the driver, where a second `begin` means
 * nothing: when it fails, the driver rolls back before anybody else has the only connection.
 */
const opensBlock = /^\s*begin\b/i

/** The embedded kind of database on a started PGlite. */
export const embedded = (pglite: PGlite): Database => ({
  kind: 'pglite',
  dialect: new PGliteDialect({ pglite }),
  query: async (text, values) => {
    if (values !== undefined) return pglite.query<Record<string, unknown>>(text, [...values])
    // several statements in one text are possible only without values, like on a server
    const results = await (opensBlock.test(text) ? pglite.transaction((trx) => trx.exec(text)) : pglite.exec(text))
    return { rows: results.flatMap(({ rows }) => rows) }
  },
  close: async () => {},
})
