import type { Seal } from '../../store/seal.ts'
import type { EventRow } from '../../work/event-log/read-events.ts'
import type { Event } from '../generated/resolvers.ts'
import { globalId } from '../global-id.ts'

const shanghaiMs = 8 * 3_600_000

/** As the API writes instants (RFC 3339, +08:00), so that feed and webhook say the same to the letter. */
export const writtenInstant = (at: Date): string =>
  new Date(at.getTime() + shanghaiMs).toISOString().replace(/(\.000)?Z$/, '+08:00')

/** An identifier that says nothing to others, and is the same whenever and wherever the event is told. */
export const eventId = (seal: Seal, clientId: string, sequence: number): string =>
  `evt_${seal.fingerprint(`event:${clientId}:${sequence}`).slice(0, 24)}`

/**
 * An event as a client is told it, in the feed and by webhook.
 *
 * @param previous - who knows everything through this number misses nothing before the event
 */
export function tellEvent(seal: Seal, row: EventRow, previous: number): Event {
  const { case: caseId, ...data } = row.data
  return {
    id: eventId(seal, row.client_id, row.seq),
    sequence: String(row.seq),
    previous: String(previous),
    type: row.type,
    at: writtenInstant(row.at),
    submission: globalId('Submission', row.submission_id),
    case: typeof caseId === 'string' ? globalId('Case', caseId) : null,
    // written by appendEvents, which takes plain facts only
    data: data as Event['data'],
  }
}
