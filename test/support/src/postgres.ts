import pg from 'pg'
import { neededEnv } from './needs.ts'

/** A database of a test's own. */
export interface TestDatabase {
  readonly url: string
  /** Runs statements in it. */
  execute(statements: string): Promise<void>
  drop(): Promise<void>
}

/** A new, empty database on the server that `TONGBAN_TEST_POSTGRES_URL` names. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = new URL(neededEnv('TONGBAN_TEST_POSTGRES_URL'))
  const name = `tongban_test_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`
  await administer(url.href, `create database ${name} template template0 encoding 'UTF8'`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    url: own.href,
    execute: (statements) => administer(own.href, statements),
    drop: () => administer(url.href, `drop database if exists ${name} with (force)`),
  }
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
