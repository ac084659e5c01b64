import type { Stage } from './stage.ts'
import type { Words } from './words.ts'

/** Why there is nothing to judge. */
export interface Inapplicable {
  readonly because: Words
}

/** What is wrong, one sentence each, without values of answers; none when the promise is kept. */
export type Findings = readonly Words[] | Inapplicable

/** One promise of the contract, and whether a source keeps it. */
export interface ContractCheck {
  /** `port.method`; null for the source as a whole. */
  readonly method: string | null
  /** What is promised of it. */
  readonly promise: Words
  /** Whether it changes something at the system. */
  readonly writes: boolean
  run(stage: Stage): Promise<Findings>
}

export const isInapplicable = (findings: Findings): findings is Inapplicable => 'because' in findings

/** What was wrong, when it was. */
export const unless = (isRight: boolean, complaint: Words): readonly Words[] => (isRight ? [] : [complaint])

/** The promise with its method, as a sentence in English. */
export const nameOf = ({ method, promise }: Pick<ContractCheck, 'method' | 'promise'>): string =>
  method === null ? promise.en : `${method} ${promise.en}`
