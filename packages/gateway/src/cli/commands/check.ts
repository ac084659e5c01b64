import { errorMessage, isTongbanError } from '@tongban/schema'
import type { CityDirectory } from '../../domains/ports.ts'
import { type Overlap, overlapsIn } from '../../sources/overlaps/listed.ts'
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

/** A list for reading; a province may have thousands. */
const mostOverlaps = 20

/** Several in charge of the same is no mistake, but nobody should learn it from an answer. */
function tellOverlaps(overlaps: readonly Overlap[]): void {
  for (const { port, division, matter, sources, decidedBy } of overlaps.slice(0, mostOverlaps))
    console.log(`overlap        ${port} ${division || '*'} ${matter}: ${sources.join(' > ')} (${decidedBy})`)
  if (overlaps.length > mostOverlaps) console.log(`overlap        … ${overlaps.length - mostOverlaps} more`)
}

/** `tongban check`: configuration, database and whether every source answers a harmless read. Exit code 1 when anything is wrong. */
export async function check(options: CommonOptions): Promise<void> {
  const config = await loadConfig(options)
  await withGateway(config, async (gateway) => {
    console.log(`configuration  ok\ndatabase       ok, ${gateway.migrations.all.length} migrations`)
    tellOverlaps(overlapsIn(gateway.directory.sources, config.overlaps ?? []))
    for (const { source, read } of probes(gateway.directory)) {
      const started = performance.now()
      const failure = await read().then(() => undefined, reasonOf)
      const took = `${Math.round(performance.now() - started)} ms`
      console.log(`${source.id.padEnd(14)} ${failure ? `FAILED  ${failure}` : `ok, ${took}`}`)
      if (failure) process.exitCode = 1
    }
  })
}
