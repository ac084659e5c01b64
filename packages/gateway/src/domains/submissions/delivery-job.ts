import type { JobDefinition } from '../../work/queue.ts'

export interface DeliveryData {
  readonly submissionId: string
}

/**
 * Delivery is tried for about four days, a long weekend with the owner's system down, before an operator must act: the
 * waits double from two seconds to a quarter of an hour.
 */
export const deliveryJob = {
  name: 'submissions.deliver',
  concurrency: 8,
  retryLimit: 390,
  retryDelay: 2,
  retryDelayMax: 900,
} as const satisfies Omit<JobDefinition, 'handle'>
