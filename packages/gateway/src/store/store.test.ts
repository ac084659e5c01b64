import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWith, neededEnv, needs } from '@tongban/test-support'
import { createTestDatabase } from '@tongban/test-support/postgres'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMemory } from './embedded.ts'
import { openStore } from './open-store.ts'
import type { Migrations } from './store.ts'
import { describeStore } from './store-behaviour.ts'
import { silentLog } from './testing.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'tongban-store-'))

describeStore('a store in memory', () => openMemory())
describeStore('a store in a folder', () => openStore({ dataDir: folder(), log: silentLog }))

describeWith(needs.postgres, 'PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  const open = () => openStore({ url: database.url, dataDir: folder(), log: silentLog })
  describeStore('a store on a server', open)

  /** Whether another runner waits for the lock of the migrations by now. */
  const isAwaited = async (db: Kysely<unknown>): Promise<boolean> => {
    const here = sql`(select oid from pg_database where datname = current_database())`
    const query = sql`select 1 from pg_locks where locktype = 'advisory' and database = ${here} and not granted`
    return (await query.execute(db)).rows.length > 0
  }

  it('lets one of two gateways run the migrations while the other waits', async () => {
    let runs = 0
    const migrations: Migrations = {
      '0001_test_tick': { up: async () => {} },
      '0005_other_between': { up: async () => {} },
      '0009_test_late': { up: async () => {} },
      '0020_test_slow': {
        up: async (db) => {
          runs++
          while (!(await isAwaited(db)));
        },
      },
    }
    const stores = await Promise.all([open(), open()])
    const reports = await Promise.all(stores.map((store) => store.migrate(migrations)))
    expect(runs).toBe(1)
    expect(reports.flatMap(({ applied }) => applied)).toEqual(['0020_test_slow'])
    await Promise.all(stores.map((store) => store.close()))
  })

  it.each([
    ['no such database', (url: URL) => (url.pathname = '/no_such_database')],
    ['no server at the port', (url: URL) => (url.port = '1')],
  ])('is unavailable, not broken: %s', async (_name, spoil) => {
    const url = new URL(neededEnv('TONGBAN_TEST_POSTGRES_URL'))
    spoil(url)
    await expect(openStore({ url: url.href, dataDir: folder(), log: silentLog })).rejects.toMatchObject({
      code: 'TB_DATABASE_UNAVAILABLE',
    })
  })
})

describe('a database that is not there', () => {
  it('is a typed error that does not repeat the password', async () => {
    const opening = openStore({ url: 'postgres://u:geheim@127.0.0.1:1/x', dataDir: folder(), log: silentLog })
    const error: unknown = await opening.catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'TB_DATABASE_UNAVAILABLE' })
    expect(String(error)).not.toContain('geheim')
  })
})
