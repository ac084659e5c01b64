import type { DoneResult, NodeCode, NodeResult, SpecialType, StateCode } from './codes.ts'
import type { OfficeItem } from './office-item.ts'
import type { Submission } from './submission.ts'

/** Where the case stands inside the department; finer than the state it reports. */
export const phases = [
  'received',
  'waiting',
  'accepted',
  'reviewing',
  'suspended',
  'approved',
  'refused',
  'certified',
  'closed',
  'ended',
] as const

export type Phase = (typeof phases)[number]

export interface HistoryNode {
  readonly serial: number
  readonly dataver: number
  readonly code: NodeCode
  readonly result: NodeResult
  readonly state: StateCode
  readonly at: string
  /** Empty from departments that do not fill it in. */
  readonly endedAt: string
  readonly special: SpecialType
  readonly explain: string
}

export interface SupplementPart {
  /** Material code of the item, or empty. */
  readonly material: string
  /** Name of the form field, or empty. */
  readonly field: string
  readonly reason: string
}

interface CaseResult {
  readonly type: string
  readonly name: string
  readonly number: string
  readonly date: string
  readonly certificateType: string
  readonly certificateIdentifier: string
}

/** One case (办件) of this system; the engine moves it. */
export interface CaseRecord {
  readonly number: string
  readonly password: string
  readonly item: OfficeItem
  submission: Submission
  phase: Phase
  state: StateCode
  dataver: number
  readonly nodes: HistoryNode[]
  readonly receivedAt: string
  acceptedAt: string
  promisedOn: string
  finishedAt: string
  noderesult: NodeResult
  doneresult: DoneResult
  explain: string
  supplemented: boolean
  supplement:
    | { readonly askedAt: string; readonly dueOn: string; readonly parts: readonly SupplementPart[] }
    | undefined
  suspension: { readonly beganAt: string; endedAt: string; readonly reason: string } | undefined
  result: CaseResult | undefined
}
