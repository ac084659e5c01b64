import { indexesOf } from '../create-directory.ts'
import type { Source } from '../source.ts'
import { concerns, type OverlapRule } from './rule.ts'

/** Sources that cover the same equally closely, in the order in which they come. */
export interface Overlap {
  readonly port: string
  /** Leading digits of the division they share; empty: the whole country. */
  readonly division: string
  /** What they share of it: `any`, or for example `type:PUBLIC_SERVICE`. */
  readonly matter: string
  readonly sources: readonly string[]
  /** A rule of the configuration, or else what tells who comes first. */
  readonly decidedBy: OverlapRule['rule'] | 'PRECEDENCE' | 'ORDER'
}

/** Where sources cover the same equally closely, for an operator to look through. */
export function overlapsIn(sources: readonly Source[], rules: readonly OverlapRule[]): readonly Overlap[] {
  return [...indexesOf(sources)].flatMap(([port, index]) =>
    [...index.together()].map(({ division, matter, sources: some }) => ({
      ...{ port, division, matter },
      sources: some.map(({ id }) => id),
      decidedBy: rules.find((rule) => rule.port === port && concerns(rule, { division }))?.rule ?? orderOf(some),
    })),
  )
}

const orderOf = ([first, second]: readonly Source[]): 'PRECEDENCE' | 'ORDER' =>
  (first?.precedence ?? 0) === (second?.precedence ?? 0) ? 'ORDER' : 'PRECEDENCE'
