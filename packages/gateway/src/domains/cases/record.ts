import type { WithProvenance } from '../provenance.ts'
import type { SourceCase } from './port.ts'

/** A case as mirrored: parent value of the SDL type `Case`. */
export interface CaseRecord extends SourceCase {
  readonly id: string
  readonly submissionId: string
}
export type CaseEntity = WithProvenance<CaseRecord>
