import type { ColumnType } from 'kysely'
import type { CustodyAction, SubmissionMode, SubmissionState } from '../generated/resolvers.ts'
import type { SubmittedItem, Trouble } from './record.ts'

type Json<Value> = ColumnType<Value, string | null, string | null>

/** Rows of submissions. A type and not an interface, because the query builder wants one. */
export type SubmissionTables = {
  submission: {
    id: string
    client_id: string
    client_title: string
    receipt_number: string
    state: SubmissionState
    refusal: string | null
    trouble: Json<Trouble | null>
    mode: SubmissionMode
    item: Json<SubmittedItem>
    submitted_at: Date
    /** {@link SubmissionContent} as JSON, sealed to this row. */
    sealed: string
    /** How often delivery was begun. */
    attempts: number
    /** A worker that delivers holds the submission until then. */
    lease_until: Date | null
    lease: string | null
    /** When the gateway had stopped waiting for the answer to what it sent; null when nothing was sent. */
    sent_until: Date | null
    tried_at: Date | null
  }
  /** What a client's idempotency keys were used for. */
  submission_request: {
    client_id: string
    idempotency_key: string
    /** Keyed digest of the content but for the applicant: tells whether a repetition is one. */
    fingerprint: string
    /** Keyed digest of the reference to the applicant. */
    handle: string
    /** Fingerprint of the applicant, the same for every handle. */
    applicant: string
    submission_id: string
    at: Date
  }
  submission_custody: {
    submission_id: string
    seq: ColumnType<number, never, never>
    at: Date
    action: CustodyAction
    by: string
    branch: string | null
    operator: string | null
    note: string | null
  }
}
