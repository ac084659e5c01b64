import type { CaseStateName } from '@tongban/schema'
import type { TimeUnit } from '../generated/resolvers.ts'
import type { WithProvenance } from '../provenance.ts'
import type { CaseReport, SourceCase } from './port.ts'

/** Time limit of the item version a case was opened on (承诺时限, else 法定时限). */
export interface CaseLimit {
  readonly amount: number
  readonly unit: TimeUnit
  readonly note: string | null
}

/** A report as mirrored, with the version of the owner's data it came in. */
export interface MirroredReport extends CaseReport {
  readonly dataVersion: number
}

/** What the owner says about a case besides its reports; a higher data version replaces it. */
export type CaseDetails = Pick<SourceCase, 'acceptedOn' | 'suspensions' | 'supplements' | 'result'>

/** A case as mirrored. */
export interface CaseRecord extends CaseDetails {
  readonly id: string
  readonly submissionId: string
  readonly clientId: string
  readonly sourceId: string
  readonly number: string
  readonly itemName: string
  readonly limit: CaseLimit | null
  readonly state: CaseStateName
  readonly rawState: CaseReport['raw']
  readonly dataVersion: number
  /** Every distinct report in the order of arrival; never shortened. */
  readonly reports: readonly MirroredReport[]
}

/** Parent value of the SDL type `Case`. */
export type CaseEntity = WithProvenance<CaseRecord>

/** Parent value of the SDL type `CaseResult`. */
export interface CaseResultEntity extends NonNullable<SourceCase['result']> {
  /** What reading the certificate is for, as the access record will say. */
  readonly purpose: string
}
