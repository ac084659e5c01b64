import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/** The database of the bench's gateway: gone when the bench ends. */
export interface BenchDatabase extends AsyncDisposable {
  /** Null: embedded, in the data folder. */
  readonly url: string | null
  /** Runs a statement while no gateway has the database open. */
  run(statement: string): Promise<void>
}

/** The embedded database in a data folder, which goes with the folder. */
export const embeddedDatabase = (dataDir: string): BenchDatabase => ({
  url: null,
  async run(statement) {
    const pglite = await PGlite.create(join(dataDir, 'db'))
    try {
      await pglite.exec(statement)
    } finally {
      await pglite.close()
    }
  },
  [Symbol.asyncDispose]: async () => {},
})

/** A new database on a PostgreSQL server, dropped in the end. */
export async function serverDatabase(server: string): Promise<BenchDatabase> {
  const name = `tongban_bench_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await runOn(server, `create database ${name} template template0 encoding 'UTF8'`)
  const own = new URL(server)
  own.pathname = `/${name}`
  return {
    url: own.href,
    run: (statement) => runOn(own.href, statement),
    [Symbol.asyncDispose]: () => runOn(server, `drop database if exists ${name} with (force)`),
  }
}

async function runOn(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
