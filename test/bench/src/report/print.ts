import { serverNames } from '../run/servers.ts'
import { workloadNames } from '../workloads/queries.ts'
import type { Figures } from './figures.ts'
import type { Ratios } from './ratios.ts'
import type { Report } from './report.ts'

/** The report for people. */
export function print(report: Report): string {
  const { machine, versions } = report
  return [
    ...workloadNames.flatMap((workload) => [
      '',
      `${workload}  ${report.results[workload].tongban.answerBytes} bytes per answer`,
      row(['', 'req/s', 'min–max', 'p50 ms', 'p99 ms', 'CPU µs', 'calls', 'others']),
      ...serverNames.map((server) => row([server, ...cells(report.results[workload][server])])),
    ]),
    '',
    ...printRatios('Requests per second, gateway ÷ other', report.ratios),
    ...printRatios('Processor time per request, other ÷ gateway', report.processorRatios),
    `${report.rounds} rounds of ${report.roundMs} ms, ${report.plan.connections} connections, database ${report.database}, ${Math.round(report.seconds)} s in all`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, load ${machine.load}, ${machine.pinned ? 'pinned' : 'not pinned'}`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    '',
    'calls: upstream calls per request; others: share of a core that upstream and load took (near 1: they were the limit)',
    ...report.notes.map((note) => `- ${note}`),
    '',
  ].join('\n')
}

const widths = [11, 9, 15, 8, 8, 8, 7, 7] as const

const row = (texts: readonly string[]): string =>
  texts.map((text, index) => (index === 0 ? text.padEnd(widths[0]) : text.padStart(widths[index] ?? 8))).join(' ')

const cells = (figures: Figures): readonly string[] => [
  String(Math.round(figures.requestsPerSecond.median)),
  `${Math.round(figures.requestsPerSecond.min)}–${Math.round(figures.requestsPerSecond.max)}`,
  figures.p50Ms.toFixed(1),
  figures.p99Ms.toFixed(1),
  String(Math.round(figures.processorMicros.median)),
  figures.upstreamCallsPerRequest.toFixed(2),
  figures.surroundingsBusy.toFixed(2),
]

function printRatios(title: string, ratios: Ratios): readonly string[] {
  const line = (name: keyof Ratios) =>
    row([name, ...workloadNames.map((workload) => ratios[name][workload].toFixed(2))])
  return [title, row(['', ...workloadNames]), line('apollo'), line('bestPeer'), line('floor'), '']
}
