import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { connectSources, defineSource, type Ports, rest } from '@tongban/gateway'

/** What the directory costs with a number of sources. */
export interface DirectoryFigures {
  readonly sources: number
  /** Connecting them, in milliseconds of processor time. */
  readonly startMs: number
  /** What they hold on the heap once connected, the source files themselves not counted, in bytes for each source. */
  readonly bytesPerSource: number
  /** Looking up who is authoritative, in nanoseconds of processor time: an item of a district, known ports. */
  readonly lookupNs: number
  /** The same where nobody covers the subject. */
  readonly missNs: number
  /** The same where two sources stand behind the port. */
  readonly mergedNs: number
}

const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent }

setFlagsFromString('--expose-gc')
// Node offers its collector only under this flag, which is set above.
const collect = runInNewContext('gc') as () => void

/** A source that covers one district and one type of items, and every tenth a second one for the same. */
const sourceOf = (index: number) =>
  defineSource({
    id: `s${index}`,
    title: `部门系统 ${index}`,
    covers: {
      divisions: [districtOf(index % 10 === 9 ? index - 1 : index)],
      itemTypes: ['ADMINISTRATIVE_LICENSE', 'PUBLIC_SERVICE'],
    },
    protocol: rest({ base: 'http://127.0.0.1:1', envelope: { success: { path: 'code', in: [0] } } }),
    items: {
      page: async () => ({ items: [], next: null, total: 0 }),
      byCodes: async () => [],
    },
  })

const districtOf = (index: number): string => String(100_000 + index)

/** Figures of the directory with so many sources each. */
export function directoryFigures(sizes: readonly number[], lookups: number): readonly DirectoryFigures[] {
  measure(100, lookups)
  return sizes.map((sources) => measure(sources, lookups))
}

function measure(sources: number, lookups: number): DirectoryFigures {
  const all = Array.from({ length: sources }, (_, index) => sourceOf(index))
  collect()
  const before = process.memoryUsage().heapUsed
  const startedAt = process.cpuUsage()
  const { directory } = connect(all)
  const startMs = microseconds(startedAt) / 1_000
  collect()
  const bytesPerSource = (process.memoryUsage().heapUsed - before) / sources
  const merged = connect(all, [{ port: 'items', rule: 'FALLBACK' }]).directory
  const ask = (of: typeof directory, division: (index: number) => string) => {
    for (let index = 0; index < lookups; index += 1)
      of.authority('items', { division: division(index), itemType: 'PUBLIC_SERVICE', itemCode: '11330602MB1' })
  }
  return {
    sources,
    startMs,
    bytesPerSource,
    lookupNs: timed(lookups, () => ask(directory, (index) => districtOf((index * 10 + 1) % sources))),
    missNs: timed(lookups, () => ask(directory, () => '990101')),
    mergedNs: timed(lookups, () => ask(merged, (index) => districtOf((index * 10 + 8) % sources))),
  }
}

type Connecting = Parameters<typeof connectSources>

const connect = (sources: Connecting[0], overlaps: Connecting[1]['overlaps'] = []) =>
  connectSources<Ports>(sources, {
    log: silent,
    metrics: { sourceCall() {} },
    now: () => new Date(),
    overlaps,
  })

/** Nanoseconds for one of them, once everything is warm. */
function timed(lookups: number, run: () => void): number {
  run()
  const startedAt = process.cpuUsage()
  run()
  return (microseconds(startedAt) * 1_000) / lookups
}

/** Processor time since then: what others do on the machine does not count. */
function microseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return user + system
}

/** A table for people. */
export const directoryTable = (figures: readonly DirectoryFigures[]): string =>
  [
    'sources   start ms   bytes each   lookup ns   nobody ns   two behind one port ns',
    ...figures.map(({ sources, startMs, bytesPerSource, lookupNs, missNs, mergedNs }) =>
      [
        String(sources).padStart(7),
        startMs.toFixed(1).padStart(11),
        bytesPerSource.toFixed(0).padStart(13),
        lookupNs.toFixed(0).padStart(12),
        missNs.toFixed(0).padStart(12),
        mergedNs.toFixed(0).padStart(25),
      ].join(''),
    ),
  ].join('\n')
