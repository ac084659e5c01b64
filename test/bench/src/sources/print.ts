import type { Spread } from '../report/statistics.ts'
import type { Comparison } from './dead/figures.ts'
import { directoryTable } from './directory.ts'
import type { Behaviour } from './library/behaviours.ts'
import type { SourcesReport } from './report.ts'
import type { UnwellFigures } from './unwell/figures.ts'
import { rows } from './unwell/rows.ts'

const titles: Readonly<Record<Behaviour, string>> = {
  well: 'The source is well',
  fails40: 'The source fails 40 of 100 attempts at random',
  hangs: 'The source hangs',
  html: 'The source answers HTML with status 200',
  flaps: 'The source is well for 2 s and dead for 2 s in turn',
  dead: 'The source is dead',
}

/** The report for people. */
export const print = (report: SourcesReport): string =>
  [
    ...printUnwell(report),
    '',
    ...printOneDead(report),
    '',
    ...printSync(report),
    '',
    'Directory: who is authoritative',
    directoryTable(report.directory),
    '',
    ...printLedger(report),
    '',
    ...printConditions(report),
  ].join('\n')

function printUnwell({ unwell, plan }: SourcesReport): readonly string[] {
  const { rate, deadlineMs, rounds: times } = plan.unwell
  return [
    `A source that is unwell: ${rate} reads a second through each gateway, deadline ${deadlineMs} ms, ${times} rounds`,
    line('', [
      'reads',
      'answered %',
      'min–max',
      'fresh %',
      'older %',
      'load',
      ...spread('p50 ms'),
      ...spread('p99 ms'),
    ]),
    ...unwell.flatMap((figures, index) => [
      ...(index % rows.length === 0 ? [titles[figures.behaviour]] : []),
      unwellLine(figures),
    ]),
    'answered: fresh or marked as older, within the deadline; load: requests at the source for each call of the gateway',
  ]
}

const unwellLine = (one: UnwellFigures): string =>
  line(`  ${rows.find(({ name }) => name === one.row)?.title ?? one.row}`, [
    String(one.reads),
    percent(one.answered),
    range(one.answeredByRound, percent),
    percent(one.fresh),
    percent(one.stale),
    one.load === null ? '–' : one.load.toFixed(2),
    ...withRange(one.p50Ms, whole),
    ...withRange(one.p99Ms, whole),
  ])

function printOneDead({ oneDead: { readsARound, p50, p99 }, plan }: SourcesReport): readonly string[] {
  const cells = ({ hangingMs, wellMs, ratio, noise }: Comparison) => [
    ...withRange(hangingMs, tenths),
    ...withRange(wellMs, tenths),
    ...withRange(ratio, hundredths),
    ...withRange(noise, hundredths),
  ]
  return [
    `One dead source among ten: operations that do not touch it, ${plan.oneDead.rounds} rounds of ${readsARound} reads beside each`,
    line('', ['hanging ms', 'min–max', 'well ms', 'min–max', 'ratio', 'min–max', 'chance', 'min–max']),
    line('  p50', cells(p50)),
    line('  p99', cells(p99)),
    'ratio: hanging ÷ well in the same round; chance: the same ratio of two equal gateways while nothing hangs',
  ]
}

const printSync = ({ sync }: SourcesReport): readonly string[] => [
  'Synchronising the mirror',
  line('', ['rows', 'rows/s', 'MB 1st third', 'MB last third', 'killed at', 'asked again', 'rows a page']),
  ...sync.map(({ database, items, rowsPerSecond, memoryFirstThird, memoryLastThird, killed }) =>
    line(`  ${database}`, [
      ...[items, rowsPerSecond, memoryFirstThird / 1e6, memoryLastThird / 1e6].map(whole),
      ...[killed.rowsIn, killed.rowsAgain, killed.page].map(String),
    ]),
  ),
  'MB: largest resident memory of the gateway while these rows came in; asked again: rows told before kill -9 and once more after it',
]

const printLedger = ({ ledger }: SourcesReport): readonly string[] => [
  'Quality ledger: processor time in nanoseconds',
  line('', ['median', 'min–max']),
  line('  counting a call', withRange(ledger.calledNs, whole)),
  line('  a reply passed by', withRange(ledger.passedByNs, whole)),
  line('  a reply looked at', withRange(ledger.oneRowNs, whole)),
  line('  fifty rows looked at', withRange(ledger.pageNs, whole)),
]

const printConditions = ({ machine, seconds }: SourcesReport): readonly string[] => [
  `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, load ${machine.load}, not pinned, ${Math.round(seconds)} s in all`,
  'Figures are of one run on one machine. Times say how busy it was; ratios and shares hold better.',
]

const width = { name: 24, cell: 15 } as const

const spread = (name: string): readonly string[] => [name, 'min–max']

const line = (name: string, cells: readonly string[]): string =>
  [name.padEnd(width.name), ...cells.map((cell) => cell.padStart(width.cell))].join('')

const percent = (share: number): string => (share * 100).toFixed(2)
const whole = (value: number): string => value.toFixed(0)
const tenths = (value: number): string => value.toFixed(1)
const hundredths = (value: number): string => value.toFixed(2)

const range = ({ min, max }: Spread, written: (value: number) => string): string => `${written(min)}–${written(max)}`
const withRange = (spread: Spread, written: (value: number) => string): readonly string[] => [
  written(spread.median),
  range(spread, written),
]
