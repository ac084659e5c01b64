import { errorMessage, isTongbanError } from '@tongban/schema'
import type { CityDirectory } from '../../domains/ports.ts'
import { type CommonOptions, loadConfig } from '../load-config.ts'
import { terminalLocale } from '../report-error.ts'
import { withGateway } from '../with-gateway.ts'

/** A reference no submission carries: asking for it changes nothing. */
const nobody = 'tongban-check'

/** One harmless read per kind of port. */
function probes(directory: CityDirectory) {
  return [
    ...directory
      .offering('items')
      .map(({ source, port }) => ({ source, read: () => port.page({ cursor: null, size: 1 }, {}) })),
    ...directory
      .offering('cases')
      .map(({ source, port }) => ({ source, read: () => port.findByReference(nobody, {}) })),
    ...directory
      .offering('notices')
      .map(({ source, port }) => ({ source, read: () => port.changes({ mark: null, size: 1 }, {}) })),
    ...directory
      .offering('certificates')
      .map(({ source, port }) => ({ source, read: () => port.verify({ identifiers: [nobody], purpose: nobody }, {}) })),
  ]
}

const reasonOf = (error: unknown): string =>
  isTongbanError(error) ? `${error.code} ${errorMessage(error.code, error.params, terminalLocale())}` : String(error)

/** `tongban check`: configuration, database and whether every source answers a harmless read. Exit code 1 when anything is wrong. */
export async function check(options: CommonOptions): Promise<void> {
  await withGateway(await loadConfig(options), async (gateway) => {
    console.log(`configuration  ok\ndatabase       ok, ${gateway.migrations.all.length} migrations`)
    for (const { source, read } of probes(gateway.directory)) {
      const started = performance.now()
      const failure = await read().then(() => undefined, reasonOf)
      const took = `${Math.round(performance.now() - started)} ms`
      console.log(`${source.id.padEnd(14)} ${failure ? `FAILED  ${failure}` : `ok, ${took}`}`)
      if (failure) process.exitCode = 1
    }
  })
}
