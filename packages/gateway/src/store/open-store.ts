import type { Log } from '../telemetry/types.ts'
import { openFolder } from './data-folder.ts'
import type { StatementListener } from './database.ts'
import { openServer } from './server.ts'
import type { Store } from './store.ts'

/** Which database to open. */
export interface StoreOptions {
  /** A PostgreSQL address; absent: embedded, in the data folder. */
  readonly url?: string | undefined
  /** Folder of the embedded database and of keys. */
  readonly dataDir: string
  readonly log: Log
  readonly onStatement?: StatementListener
}

/**
 * Opens the one database of a gateway, in either size.
 *
 * Inside {@link Store.transaction} use its `trx` only: the embedded kind has a single connection, and a statement beside the
 * transaction would wait for it for ever.
 *
 * What was committed survives the death of the process on both. A power failure it survives only on a server: PGlite hands
 * its writes to the operating system and never asks for them to reach the disk.
 *
 * @throws TongbanError `TB_DATA_FOLDER_IN_USE`, `TB_DATA_FOLDER_BROKEN`, `TB_DATABASE_UNAVAILABLE`
 */
export function openStore({ url, dataDir, log, onStatement }: StoreOptions): Promise<Store> {
  if (url === undefined || url === '') return openFolder(dataDir, onStatement)
  return openServer({ url, log, ...(onStatement ? { onStatement } : {}) })
}
