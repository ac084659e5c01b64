import type { Log, Metrics } from '../../telemetry/types.ts'
import { createCounting } from './counting.ts'
import { countKeys, type QualityLedger } from './ledger.ts'
import type { QualityListener } from './listener.ts'
import { stepOf } from './scale.ts'
import { isFieldName } from './shape/observe.ts'
import { createShapes } from './shapes.ts'
import { createWaiting } from './waiting.ts'

/** What the quality of sources is kept with. */
export interface QualityDeps {
  readonly ledger: QualityLedger
  readonly log: Log
  readonly metrics: Pick<Metrics, 'sourceQuality'>
  readonly now: () => Date
  /** How much a crash may lose. @default 10_000 */
  readonly flushEveryMs?: number
  /** Least time between two replies of an operation whose shape is looked at. @default 200 */
  readonly sampleEveryMs?: number
}

/** The quality ledger of a gateway's sources (数据源质量台账), while it runs. */
export interface Quality extends QualityListener {
  /** Reads what was learned earlier, then writes what was counted every few seconds. */
  start(): Promise<void>
  /** Writes what was counted. @throws when the ledger cannot be written; nothing is lost then */
  flush(): Promise<void>
  /** Writes a last time. */
  stop(): Promise<void>
}

/** Names of fields may come from upstream; numbers in them are places in lists. */
const conflictPath = (path: string): string =>
  path
    .split('.')
    .map((name) => (isFieldName(name) ? name.replace(/\d+/g, '*') : '*'))
    .join('.')

/**
 * Counts in memory, by hour, and adds to the ledger every few seconds: a crash loses that much, and a ledger that cannot be written
 * gets it later. Several gateways add to one ledger. An addition whose answer is lost with the connection is made again, so that
 * in this one case a few seconds may count twice.
 */
export function createQuality(deps: QualityDeps): Quality {
  const { ledger, log, metrics, now, flushEveryMs = 10_000, sampleEveryMs } = deps
  const counting = createCounting(now)
  const waiting = createWaiting((rows) => log.error({ rows }, 'figures of sources lost, the ledger cannot be written'))
  const shapes = createShapes({
    now,
    ...(sampleEveryMs === undefined ? {} : { everyMs: sampleEveryMs }),
    found: (drift) => {
      const { source, operation, path, kind, was, now: is } = drift
      log.warn({ source, operation, path, drift: kind, was, is }, 'shape of a source’s replies has changed')
      tell('drift', source, operation, 1)
    },
  })
  const tell = (event: Parameters<Metrics['sourceQuality']>[0], source: string, operation: string, by: number) =>
    metrics.sourceQuality(event, { source, operation: counting.name(source, operation) }, by)

  const write = async () => {
    waiting.add(counting.take())
    const rows = waiting.rows()
    if (rows.length > 0) await ledger.add(rows)
    waiting.clear()
    await shapes.save(ledger)
  }
  let writing: Promise<void> = Promise.resolve()
  const flush = () => {
    writing = writing.catch(() => {}).then(write)
    return writing
  }
  const tryFlush = () => flush().catch((error: unknown) => log.warn({ error }, 'figures of sources not written yet'))
  let timer: NodeJS.Timeout | undefined

  return {
    called(outcome) {
      const { source, operation, attempts } = outcome
      counting.called(outcome)
      if (attempts > 0) tell('attempt', source, operation, attempts)
      if (outcome.outcome === 'TB_SOURCE_SHAPE') tell('shape-error', source, operation, 1)
    },
    replied(source, operation, raw) {
      if (counting.name(source, operation) !== operation) return
      try {
        shapes.replied(source, operation, raw)
      } catch (error) {
        log.warn({ source, operation, error }, 'shape of a reply cannot be looked at')
      }
    },
    skipped(source, operation, rows) {
      counting.add(source, operation, countKeys.skipped, rows.length)
      tell('skipped-row', source, operation, rows.length)
    },
    servedStale(source, operation, ageMs) {
      counting.add(source, operation, countKeys.stale(stepOf(ageMs)), 1)
      tell('stale', source, operation, 1)
    },
    conflicted([one, other], port, path) {
      const shown = conflictPath(path)
      counting.add(one, port, countKeys.conflict(other, shown), 1)
      counting.add(other, port, countKeys.conflict(one, shown), 1)
      tell('conflict', one, port, 1)
      tell('conflict', other, port, 1)
    },
    async start() {
      shapes.load(await ledger.shapes(), await ledger.drifts())
      timer = setInterval(tryFlush, flushEveryMs).unref()
    },
    flush,
    async stop() {
      clearInterval(timer)
      await tryFlush()
    },
  }
}
