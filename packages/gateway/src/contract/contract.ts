import type { Source } from '../sources/source.ts'
import { answerChecks } from './answers.ts'
import { type ContractCheck, isInapplicable } from './check.ts'
import { failureChecks } from './failures.ts'
import { pagingChecks } from './paging.ts'
import { privacyCheck } from './privacy.ts'
import type { SourceSamples } from './samples.ts'
import { type Stage, setStage } from './stage.ts'
import type { Words } from './words.ts'
import { writingChecks } from './writing.ts'

/** All promises that can be judged with these samples, in the order in which they should be run. */
export const contractChecks = (stage: Pick<Stage, 'sampled'>): readonly ContractCheck[] => [
  ...answerChecks(stage),
  ...pagingChecks(stage),
  ...writingChecks(stage),
  ...failureChecks(stage),
  privacyCheck,
]

/** How one promise was kept. */
export interface Verdict {
  /** `port.method`; null for the source as a whole. */
  readonly method: string | null
  /** What is promised of it, in both languages. */
  readonly promise: Words
  readonly outcome: 'KEPT' | 'BROKEN' | 'NOT_APPLICABLE'
  readonly complaints: readonly Words[]
  /** Why there was nothing to judge. */
  readonly because: Words | null
}

/** How a source keeps its contract. */
export interface ContractReport {
  readonly verdicts: readonly Verdict[]
  /** Kept promises of a hundred that could be judged, rounded down; null when none could. */
  readonly score: number | null
}

async function judge(check: ContractCheck, stage: Stage): Promise<Verdict> {
  const { method, promise } = check
  const findings = await check.run(stage)
  if (isInapplicable(findings))
    return { method, promise, outcome: 'NOT_APPLICABLE', complaints: [], because: findings.because }
  return { method, promise, outcome: findings.length === 0 ? 'KEPT' : 'BROKEN', complaints: findings, because: null }
}

/**
 * Judges a source without writing anything at its system.
 *
 * @param source - with the address of its real system, or with a tape among the samples
 */
export async function reviewSource(source: Source, samples: SourceSamples): Promise<ContractReport> {
  const stage = await setStage(source, samples)
  try {
    const verdicts: Verdict[] = []
    for (const check of contractChecks(stage)) if (!check.writes) verdicts.push(await judge(check, stage))
    const judged = verdicts.filter(({ outcome }) => outcome !== 'NOT_APPLICABLE')
    const kept = judged.filter(({ outcome }) => outcome === 'KEPT').length
    return { verdicts, score: judged.length === 0 ? null : Math.floor((kept / judged.length) * 100) }
  } finally {
    await stage.close()
  }
}
