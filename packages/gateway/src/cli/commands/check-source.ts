import type { Locale } from '@tongban/schema'
import { type ContractReport, reviewSource, type Verdict } from '../../contract/contract.ts'
import { discoverSamples } from '../../contract/discover.ts'
import { configuredSource, loadSamples } from '../configured-source.ts'
import type { CommonOptions } from '../load-config.ts'
import { terminalLocale } from '../report-error.ts'

/** Options of `tongban check source`. */
export interface CheckSourceOptions extends CommonOptions {
  /** Module with samples. */
  readonly samples?: string
  readonly json?: boolean
}

const words = {
  'zh-CN': {
    KEPT: '符合',
    BROKEN: '不符',
    NOT_APPLICABLE: '不适用',
    score: (score: number | null, kept: number, judged: number) =>
      score === null ? '没有可以评判的项目。' : `得分 ${score}(${judged} 项中符合 ${kept} 项)`,
  },
  en: {
    KEPT: 'kept  ',
    BROKEN: 'BROKEN',
    NOT_APPLICABLE: 'n/a   ',
    score: (score: number | null, kept: number, judged: number) =>
      score === null ? 'There was nothing to judge.' : `score ${score} (${kept} of ${judged} promises kept)`,
  },
} as const satisfies Record<Locale, unknown>

function linesOf({ verdicts, score }: ContractReport, locale: Locale): readonly string[] {
  const text = words[locale]
  const count = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).length
  return [
    ...verdicts.flatMap(({ name, outcome, complaints }) => [
      `${text[outcome]}  ${name}`,
      ...complaints.map((complaint) => `        ${complaint}`),
    ]),
    text.score(score, count('KEPT'), count('KEPT') + count('BROKEN')),
  ]
}

/**
 * `tongban check source ID`: judges a source of the configuration at its real system, reading only, and prints a score. Exit code
 * 1 when a promise is broken.
 */
export async function checkSource(id: string, options: CheckSourceOptions): Promise<void> {
  const source = await configuredSource(id, options)
  try {
    const report = await reviewSource(source, await discoverSamples(source, await loadSamples(options.samples)))
    console.log(options.json ? JSON.stringify(report, null, 2) : linesOf(report, terminalLocale()).join('\n'))
    if (report.verdicts.some(({ outcome }) => outcome === 'BROKEN')) process.exitCode = 1
  } finally {
    await source.protocol.close?.()
  }
}
