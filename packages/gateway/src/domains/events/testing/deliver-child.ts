/** A gateway that only delivers, for tests that kill it. Argument: a PostgreSQL address, or the folder of an embedded database. */
import { openStore } from '../../../store/open-store.ts'
import { createLog } from '../../../telemetry/index.ts'
import { gatewayOn } from './gateway.ts'

/** Longer than an attempt may take, and short enough for a test to wait for its end. */
const leaseMs = 3_000

const [database = ''] = process.argv.slice(2)
const url = database.startsWith('postgres') ? database : undefined
const store = await openStore({ url, dataDir: database, log: createLog({ level: 'silent' }) })
await gatewayOn(store, () => new Date(), leaseMs).dispatcher.start()
process.stdout.write('delivering\n')
