import { type Clock, shanghaiTime } from '../shared/clock.ts'
import { stableNumber } from '../shared/stable.ts'
import type { CaseRecord, Phase } from './case.ts'
import type { DoneResult, NodeCode, NodeResult, SpecialType, StateCode } from './codes.ts'

/** One entry into the history and the new standing of the case. */
export interface Move {
  readonly phase: Phase
  readonly state: StateCode
  readonly node: NodeCode
  readonly result?: NodeResult
  readonly special?: SpecialType
  readonly explain?: string
  readonly done?: DoneResult
}

/** Writes a step into the history. Some departments leave the end time empty. */
export const record = (kase: CaseRecord, move: Move, clock: Clock): void => {
  const at = shanghaiTime(clock())
  kase.phase = move.phase
  kase.state = move.state
  kase.noderesult = move.result ?? ''
  if (move.done) kase.doneresult = move.done
  if (move.explain && move.done) kase.explain = move.explain
  if (['07', '10', '13'].includes(move.state) && !kase.finishedAt) kase.finishedAt = at
  kase.nodes.push({
    serial: kase.nodes.length + 1,
    dataver: kase.dataver,
    code: move.node,
    result: move.result ?? '',
    state: move.state,
    at,
    endedAt: stableNumber(kase.item.agency.code, 3) === 0 ? '' : at,
    special: move.special ?? '',
    explain: move.explain ?? '',
  })
}
