import type { RequestContext } from '../../domains/request.ts'
import type { Audience } from '../errors/present.ts'

/** What travels with a request through Apollo Server, which copies the outer object and shares what is in it. */
export interface Passage {
  readonly context: RequestContext
  readonly audience: Audience
  readonly readOnly: boolean
  /** What was found out on the way, for logs and figures. */
  readonly seen: { operation: string }
}
