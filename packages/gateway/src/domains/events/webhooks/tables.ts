import type { ColumnType } from 'kysely'
import type { WebhookOutcome, WebhookState } from '../../generated/resolvers.ts'

/** Rows of webhooks. A type and not an interface, because the query builder wants one. */
export type WebhookTables = {
  webhook: {
    id: string
    client_id: string
    url: string
    description: string | null
    types: ColumnType<readonly string[] | null, string | null, string | null>
    state: WebhookState
    state_reason: WebhookOutcome | null
    /** Secrets as JSON, sealed to this row. */
    sealed: string
    /** Everything through this number has been taken into `webhook_delivery`, or was left out. */
    position: number
    /** Number of the event taken last; what the next one names as its predecessor. */
    taken: number
    /** How many different events have failed since the last success; beyond `downAfter`, attempts. */
    failures: number
    failing_since: Date | null
    /** Nothing is sent before. */
    due_at: Date
    /** Only the gateway that holds the lease sends, until then by the clock of the database. */
    lease: string | null
    lease_until: Date | null
    created_at: Date
  }
  /** What has been taken and not been delivered. A delivered event has no row any more. */
  webhook_delivery: {
    webhook_id: string
    seq: number
    previous: number
    attempts: number
    state: 'WAITING' | 'DEAD'
    outcome: WebhookOutcome | null
    next_at: Date
  }
  webhook_attempt: {
    id: ColumnType<number, never, never>
    webhook_id: string
    /** Null for a test. */
    seq: number | null
    event_id: string
    attempt: number
    at: Date
    duration_ms: number
    outcome: WebhookOutcome
    status: number | null
  }
  /** SM2 keys that sign deliveries. */
  webhook_signing_key: { id: string; position: number; public_key: string; sealed: string; created_at: Date }
}
