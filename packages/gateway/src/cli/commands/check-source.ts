import type { Locale } from '@tongban/schema'
import { type ContractReport, reviewSource, type Verdict } from '../../contract/contract.ts'
import { discoverSamples } from '../../contract/discover.ts'
import { readingOf } from '../../contract/sampled.ts'
import type { Source } from '../../sources/source.ts'
import { configuredSource, loadSamples } from '../configured-source.ts'
import type { CommonOptions } from '../load-config.ts'
import { terminalLocale } from '../report-error.ts'

/** Options of `tongban check source`. */
export interface CheckSourceOptions extends CommonOptions {
  /** Module with samples. */
  readonly samples?: string
  readonly json?: boolean
}

const texts = {
  'zh-CN': {
    KEPT: '符合',
    BROKEN: '不符',
    NOT_APPLICABLE: '不适用',
    whole: '整个数据源',
    count: (count: number) => `${count} 项`,
    unasked: '未检查(没有样例,用 --samples 提供)',
    writes: '未检查(会写入系统,只在测试环境检查)',
    score: (score: number | null, kept: number, judged: number) =>
      score === null ? '没有可以评判的项目。' : `得分 ${score}(${judged} 项中符合 ${kept} 项)`,
  },
  en: {
    KEPT: 'kept  ',
    BROKEN: 'BROKEN',
    NOT_APPLICABLE: 'n/a   ',
    whole: 'the whole source',
    count: (count: number) => `${count} ${count === 1 ? 'promise' : 'promises'}`,
    unasked: 'not judged (no sample; give some with --samples)',
    writes: 'not judged (it writes; judge it in a test environment)',
    score: (score: number | null, kept: number, judged: number) =>
      score === null ? 'There was nothing to judge.' : `score ${score} (${kept} of ${judged} promises kept)`,
  },
} as const satisfies Record<Locale, unknown>

type Texts = (typeof texts)[Locale]

/** Promises that cannot be judged are many of the same reason: one line for each. */
function inapplicable(verdicts: readonly Verdict[], text: Texts, locale: Locale): readonly string[] {
  const reasons = Map.groupBy(
    verdicts.filter(({ outcome }) => outcome === 'NOT_APPLICABLE'),
    ({ because }) => because?.[locale] ?? '',
  )
  return [...reasons].map(([reason, { length }]) => `  ${text.NOT_APPLICABLE}  ${text.count(length)}: ${reason}`)
}

const judged = (verdicts: readonly Verdict[], text: Texts, locale: Locale): readonly string[] =>
  verdicts
    .filter(({ outcome }) => outcome !== 'NOT_APPLICABLE')
    .flatMap(({ promise, outcome, complaints }) => [
      `  ${text[outcome]}  ${promise[locale]}`,
      ...complaints.map((complaint) => `          ${complaint[locale]}`),
    ])

/** Methods of the source that no verdict is about. */
function unjudged({ ports }: Source, verdicts: readonly Verdict[], text: Texts): readonly string[] {
  const known = new Set(verdicts.map(({ method }) => method))
  return Object.entries(ports).flatMap(([port, methods]) =>
    Object.keys(methods).flatMap((method) => {
      const name = `${port}.${method}`
      return known.has(name) ? [] : ['', name, `  ${readingOf(port, method) ? text.unasked : text.writes}`]
    }),
  )
}

/** A report as lines, method by method. */
function linesOf(source: Source, { verdicts, score }: ContractReport, locale: Locale): readonly string[] {
  const text = texts[locale]
  const count = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).length
  const methods = [...Map.groupBy(verdicts, ({ method }) => method)]
  return [
    `${source.id}  ${source.title}  (${source.protocol.kind})`,
    ...methods.flatMap(([method, about]) => [
      '',
      method ?? text.whole,
      ...judged(about, text, locale),
      ...inapplicable(about, text, locale),
    ]),
    ...unjudged(source, verdicts, text),
    '',
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
    console.log(options.json ? JSON.stringify(report, null, 2) : linesOf(source, report, terminalLocale()).join('\n'))
    if (report.verdicts.some(({ outcome }) => outcome === 'BROKEN')) process.exitCode = 1
  } finally {
    await source.protocol.close?.()
  }
}
