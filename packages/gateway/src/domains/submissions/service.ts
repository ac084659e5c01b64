import type { RequestContext } from '../request.ts'
import type { SubmissionEntity } from './record.ts'

/** What other domains may ask of submissions. */
export interface SubmissionsService {
  /** A submission of the calling client, or null; batched within a request. */
  byId(id: string, context: RequestContext): Promise<SubmissionEntity | null>
}
