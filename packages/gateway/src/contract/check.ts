import type { Stage } from './stage.ts'

/** One promise of the contract, and whether a source keeps it. */
export interface ContractCheck {
  /** A sentence, for example `items.byCodes leaves out what it does not know`. */
  readonly name: string
  /** Whether it changes something at the system. */
  readonly writes: boolean
  /** @returns what is wrong, one sentence each, without values of answers; none when the promise is kept; null when there is nothing to judge */
  run(stage: Stage): Promise<readonly string[] | null>
}

/** What was wrong, when it was. */
export const unless = (isRight: boolean, complaint: string): readonly string[] => (isRight ? [] : [complaint])
