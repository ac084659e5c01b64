import type { Clock } from '../shared/clock.ts'
import type { Caller } from './access.ts'
import type { Registry } from './registry.ts'

/** Who asks, of which store, at what time. */
export interface PlatformContext {
  readonly registry: Registry
  readonly caller: Caller
  readonly clock: Clock
}
