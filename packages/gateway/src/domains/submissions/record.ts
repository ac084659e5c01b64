import type { ErrorCode, ErrorParams } from '@tongban/schema'
import type { CaseLimit } from '../cases/record.ts'
import type { SubmissionMode, SubmissionState } from '../generated/resolvers.ts'

/** Why a delivery did not succeed yet. */
export interface Trouble {
  readonly code: ErrorCode
  readonly params: ErrorParams
  /** Null when no source is responsible. */
  readonly sourceId: string | null
}

/** What the errand was about, as it stood when it was handed in. */
export interface SubmittedItem {
  readonly code: string
  readonly name: string
  /** Absent when the source does not say it. */
  readonly type?: string | undefined
  readonly version: string | null
  readonly divisionCode: string
  readonly agencyCode: string | null
  readonly limit: CaseLimit | null
}

/** A submission as stored: parent value of the SDL type `Submission`. Personal data stays sealed. */
export interface SubmissionEntity {
  readonly id: string
  readonly clientId: string
  readonly clientTitle: string
  readonly receiptNumber: string
  readonly state: SubmissionState
  /** Words of the owner why it refused. */
  readonly refusal: string | null
  readonly trouble: Trouble | null
  readonly mode: SubmissionMode
  readonly item: SubmittedItem
  readonly submittedAt: string
  readonly sealed: string
}

/** What is sealed in a submission. Personal data: never log it. */
export interface SubmissionContent {
  readonly applicant: {
    readonly kind: 'PERSON' | 'ORGANISATION'
    readonly documentType: string
    readonly documentNumber: string
    readonly name: string
    readonly level: string
  }
  readonly answers: Answers
  readonly form: Readonly<Record<string, string | number | boolean>>
  readonly materials: readonly HandedMaterial[]
  /** Clerk in front of the applicant. */
  readonly collectedBy: { readonly branch: string | null; readonly operator: string | null }
}

/** Answers to situation questions by key. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** A material with the way in which it was satisfied. */
export interface HandedMaterial {
  readonly key: string
  readonly name: string
  readonly satisfaction: 'CERTIFICATE' | 'DOCUMENT' | 'DEFERRED' | 'DECLARED' | 'FETCHED'
  readonly certificate: string | null
  readonly document: {
    readonly name: string
    readonly mediaType: string
    readonly sha256: string
    readonly bytes: number
  } | null
}
