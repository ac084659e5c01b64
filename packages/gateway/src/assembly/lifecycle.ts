import { TongbanError } from '@tongban/schema'
import type { BuiltDomain } from '../domains/domain.ts'
import type { HealthCheck } from '../server/health.ts'
import type { Server } from '../server/server.ts'
import type { Queue } from '../work/queue.ts'

/** Background work of a gateway: the queue and what domains start. */
export interface Background {
  start(): Promise<void>
  stop(graceMs: number): Promise<void>
  readonly check: HealthCheck
}

/** Registers the jobs of all domains. */
export function backgroundOf(queue: Queue, parts: readonly BuiltDomain<unknown>[]): Background {
  for (const job of parts.flatMap(({ jobs = [] }) => jobs)) queue.register(job)
  let working = false
  return {
    async start() {
      await queue.start()
      working = true
      for (const part of parts) await part.start?.()
    },
    async stop(graceMs) {
      if (!working) return
      working = false
      await Promise.all(parts.map((part) => part.stop?.(graceMs)))
      await queue.stop(graceMs)
    },
    check: async () => {
      if (!working) throw new TongbanError('TB_SHUTTING_DOWN')
    },
  }
}

/**
 * Stops once, however often it is asked: first the server, within half of the time, because requests may still put work
 * into the queue; then background work; then everything that was opened.
 */
export function stopOnce(server: Server, background: Background, opened: AsyncDisposableStack, graceMs: number) {
  let stopped: Promise<void> | undefined
  const stop = async () => {
    const until = Date.now() + graceMs
    await server.stop(graceMs / 2)
    await background.stop(Math.max(graceMs / 4, until - Date.now()))
    await opened.disposeAsync()
  }
  return () => {
    stopped ??= stop()
    return stopped
  }
}
