import { type Report, reportOn } from '../report/report.ts'
import { measure } from './measure.ts'
import type { Plan } from './plan.ts'
import { checkSameAnswers } from './same-answers.ts'
import { setStage } from './stage.ts'

/** How a run is done. */
export interface BenchOptions {
  readonly plan: Plan
  /** Address of a PostgreSQL server for the gateway's store; undefined: embedded. */
  readonly postgres?: string | undefined
  /** Ends the run, with everything it started. */
  readonly signal: AbortSignal
  /** Tells how far it is. */
  readonly say: (text: string) => void
}

/**
 * Sets the stage, compares answers, measures, compares again, clears up.
 *
 * @throws Error when the servers do not answer alike, or an answer under load holds errors
 */
export async function runBench({ plan, postgres, signal, say }: BenchOptions): Promise<Report> {
  const begun = performance.now()
  await using stage = await setStage({ cases: plan.cases, postgres, signal, say })
  say('comparing answers')
  await checkSameAnswers(stage, plan.checks)
  const { samples, roundMs } = await measure(stage, { plan, signal, say, begun })
  await checkSameAnswers(stage, plan.checks)
  const seconds = (performance.now() - begun) / 1_000
  const database = postgres === undefined ? 'embedded' : 'postgresql'
  return reportOn(samples, { plan, roundMs, database, seconds, pinned: stage.pinned })
}
