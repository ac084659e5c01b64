export { createLog } from './log.ts'
export { createMetrics } from './metrics.ts'
export type { Log, Metrics } from './types.ts'
