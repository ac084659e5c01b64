import type { Transaction } from 'kysely'
import type { ProvenanceRecord } from '../../sources/source.ts'
import type { ClientEvent } from '../../work/event-log/event-log.ts'
import type { RequestContext } from '../request.ts'
import type { SourceCase } from './port.ts'
import type { CaseEntity, CaseLimit } from './record.ts'

/** A case an owner has just taken. */
export interface TakenCase {
  readonly submissionId: string
  readonly clientId: string
  readonly sourceId: string
  readonly itemName: string
  /** Promised limit of the item version it was opened on, else the statutory one; null when the item states none. */
  readonly limit: CaseLimit | null
  readonly case: SourceCase
  readonly provenance: ProvenanceRecord
}

/** What became of one report that an owner sent of itself. */
export type ToldOutcome =
  | 'CHANGED'
  /** A repeated report, or an older one. */
  | 'UNCHANGED'
  /** Neither its number nor its reference belongs to a case of ours at this source. */
  | 'NOT_OURS'
  | 'UNREADABLE'

/** What other domains may ask about cases. */
export interface CasesService {
  /**
   * Takes what an owner tells of its cases without being asked (办件状态推送), as polling would. What each report is about is
   * found by the owner's number, else by our reference.
   *
   * @param reports as the source file read them, not checked yet
   * @returns what became of each, in their order
   */
  told(sourceId: string, reports: readonly unknown[]): Promise<readonly ToldOutcome[]>
  /**
   * Begins to mirror a case, in the transaction that marks its submission as taken, and schedules the first status poll.
   * Doing it again changes nothing.
   *
   * @returns what to tell the client, for the caller to append last
   * @throws TongbanError `TB_SOURCE_SHAPE` when the owner gave the number of another submission's case
   */
  begin(taken: TakenCase, trx: Transaction<unknown>): Promise<readonly ClientEvent[]>
  /** Cases by submission; batched within a request; null where the owner has not taken it yet. */
  ofSubmission(submissionId: string, context: RequestContext): Promise<CaseEntity | null>
}
