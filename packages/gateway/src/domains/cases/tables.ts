import type { CaseStateName } from '@tongban/schema'
import type { ColumnType } from 'kysely'
import type { CaseReport } from './port.ts'
import type { CaseDetails, CaseLimit } from './record.ts'

type Json<Value> = ColumnType<Value, string | null, string | null>

/** Rows of the case mirror. A type and not an interface, because the query builder wants one. */
export type CaseTables = {
  case_mirror: {
    id: string
    submission_id: string
    client_id: string
    source_id: string
    number: string
    item_name: string
    time_limit: Json<CaseLimit | null>
    data_version: number
    details: Json<CaseDetails>
    fetched_at: Date
    as_of: Date | null
    /** Whether the owner answered when it was asked last. */
    reached: boolean
    /** Whether the owner, asked, no longer knew it. */
    lost: boolean
    changed_at: Date
    poll_wait_ms: number
    /** Null when nothing more is expected. */
    next_poll_at: Date | null
  }
  case_report: {
    case_id: string
    seq: number
    state: CaseStateName
    at: string
    data_version: number
    raw: Json<CaseReport['raw']>
    by: string | null
    note: string | null
    received_at: Date
  }
}
