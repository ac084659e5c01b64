import type { TongbanError } from '@tongban/schema'
import type { Metrics } from '../../telemetry/types.ts'
import type { FiguresKeeper } from '../figures.ts'
import type { QualityListener } from '../quality/listener.ts'

/** Where the outcomes of calls to one source are told. */
export interface Accounts {
  /** Tells one outcome. A call that was refused before anything was sent took no time and no attempt. */
  settle(operation: string, outcome: 'ok' | TongbanError, latencyMs?: number, attempts?: number): void
  /** Begins to measure a call; its outcome is told once, whoever comes first. @param attempts how many have been sent */
  open(operation: string, attempts: () => number): (outcome: 'ok' | TongbanError) => void
}

/** Tells outcomes to the figures, the quality ledger and the metrics. */
export function createAccounts(
  source: string,
  figures: FiguresKeeper,
  quality: QualityListener,
  metrics: Pick<Metrics, 'sourceCall'>,
): Accounts {
  const settle: Accounts['settle'] = (operation, outcome, latencyMs = 0, attempts = 0) => {
    const code = outcome === 'ok' ? 'ok' : outcome.code
    figures.record(operation, code, latencyMs, attempts)
    quality.called({ source, operation, outcome: code, latencyMs, attempts })
    metrics.sourceCall({ source, operation, outcome: code }, latencyMs / 1_000)
  }
  return {
    settle,
    open(operation, attempts) {
      const startedAt = performance.now()
      let isOpen = true
      return (outcome) => {
        if (isOpen) settle(operation, outcome, performance.now() - startedAt, attempts())
        isOpen = false
      }
    },
  }
}
