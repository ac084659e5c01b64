import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { TongbanError } from '@tongban/schema'
import { type StatementListener, storeOn } from './database.ts'
import { embedded, startPGlite } from './embedded.ts'
import { reasonOf } from './failures.ts'
import { lockFolder } from './folder-lock.ts'
import type { Store } from './store.ts'

/**
 * Opens the embedded store in `<dataDir>/db`. The folder is made when it is absent and never emptied: what cannot be opened is
 * left as it is, for whoever repairs it.
 *
 * @throws TongbanError `TB_DATA_FOLDER_IN_USE`, `TB_DATA_FOLDER_BROKEN`
 */
export async function openFolder(dataDir: string, onStatement?: StatementListener): Promise<Store> {
  const folder = resolve(dataDir)
  const database = join(folder, 'db')
  prepare(folder, database)
  const lock = lockFolder(folder)
  try {
    refuseForeign(folder, database)
    const kind = embedded(await startChecked(folder, database))
    return storeOn({ ...kind, close: async () => lock.release() }, onStatement)
  } catch (error) {
    lock.release()
    throw error
  }
}

function prepare(folder: string, database: string): void {
  try {
    mkdirSync(database, { recursive: true })
    accessSync(database, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw broken(folder, `${reasonOf(cause)}; choose a folder that this user may write`, cause)
  }
}

/** A folder with files but without a version file is no database: starting one there would bury what it holds. */
function refuseForeign(folder: string, database: string): void {
  if (!existsSync(join(database, 'PG_VERSION')) && readdirSync(database).length > 0)
    throw broken(folder, `${database} holds files but no database; ${remedy}`)
}

async function startChecked(folder: string, database: string): Promise<PGlite> {
  try {
    const pglite = await startPGlite(database)
    await pglite.query('select count(*) from pg_class')
    return pglite
  } catch (cause) {
    throw broken(folder, `${reasonOf(cause)}; ${remedy}`, cause)
  }
}

const remedy =
  'nothing was changed: restore the folder from a backup, or move it away and start again (恢复备份,或移走该目录后重新启动)'

const broken = (folder: string, detail: string, cause?: unknown) =>
  new TongbanError('TB_DATA_FOLDER_BROKEN', { folder, detail }, { cause })
