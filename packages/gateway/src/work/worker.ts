import { setTimeout } from 'node:timers/promises'
import type { Log, Metrics } from '../telemetry/types.ts'
import type { Claim, JobSource } from './claims.ts'

/** Runs the jobs of one kind, several at once, until stopped. */
export interface Worker {
  /** Look for jobs now. */
  wake(): void
  /** Takes no more jobs, waits for the running ones up to the grace time, aborts and hands back what is left. */
  stop(graceMs: number): Promise<void>
}

/** What a worker needs beside its jobs. */
export interface WorkerOptions {
  readonly log: Log
  readonly metrics: Pick<Metrics, 'job'>
  /** Longest wait before looking for jobs that another process put in. */
  readonly pollMs: number
  /** How often a running job says that it is alive. */
  readonly heartbeatMs: number
}

/** One look for jobs per kind and interval, however many may run: an idle gateway costs its database little. */
export function startWorker(source: JobSource, options: WorkerOptions): Worker {
  const running = new Map<Claim, Running>()
  const bell = createBell()
  const stopping = new AbortController()

  const take = async (): Promise<boolean> => {
    const free = source.concurrency - running.size
    if (free === 0) return false
    const claims = await source.claim(free)
    for (const claim of claims) begin(claim)
    return claims.length === free
  }
  const begin = (claim: Claim): void => {
    const controller = new AbortController()
    const done = runOne(source, claim, controller, options).finally(() => {
      running.delete(claim)
      bell.ring()
    })
    running.set(claim, { controller, done })
  }
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const more = await take().catch((error: unknown) => {
        options.log.error({ job: source.name, error }, 'the queue could not be asked for jobs')
        return false
      })
      if (!more) await bell.wait(options.pollMs)
    }
  }
  const looping = loop()

  return {
    wake: bell.ring,
    stop: async (graceMs) => {
      stopping.abort()
      bell.ring()
      await looping
      await settledWithin(
        [...running.values()].map(({ done }) => done),
        graceMs,
      )
      await Promise.allSettled([...running].map(([claim, { controller }]) => giveUp(claim, controller)))
    },
  }
}

interface Running {
  readonly controller: AbortController
  readonly done: Promise<void>
}

async function settledWithin(work: readonly Promise<void>[], ms: number): Promise<void> {
  const settled = new AbortController()
  const timeUp = setTimeout(ms, undefined, { signal: settled.signal }).catch(() => undefined)
  await Promise.race([Promise.allSettled(work), timeUp])
  settled.abort()
}

/** Aborts before handing back, so that the handler cannot settle the job any more. */
async function giveUp(claim: Claim, controller: AbortController): Promise<void> {
  controller.abort()
  await claim.handBack()
}

async function runOne(
  { name }: JobSource,
  claim: Claim,
  controller: AbortController,
  { log, metrics, heartbeatMs }: WorkerOptions,
): Promise<void> {
  const started = performance.now()
  const heartbeat = setInterval(() => void beat(claim, controller, log, name), heartbeatMs)
  try {
    const outcome = await claim.run(controller.signal)
    metrics.job({ name, outcome }, (performance.now() - started) / 1000)
    if (outcome !== 'ok') log.warn({ job: name, code: outcome }, 'a job failed and will be repeated')
  } catch (error) {
    // settling failed: the database is away, and the supervisor will retry the job when its heartbeat stops
    log.error({ job: name, error }, 'a job could not be settled')
  } finally {
    clearInterval(heartbeat)
  }
}

async function beat(claim: Claim, controller: AbortController, log: Log, name: string): Promise<void> {
  try {
    if (!(await claim.touch())) controller.abort()
  } catch (error) {
    log.warn({ job: name, error }, 'a heartbeat failed')
  }
}

/** A wait that can be cut short; a ring while nobody waits counts for the next wait. */
function createBell() {
  let rung = false
  let wakeUp: (() => void) | undefined
  const ring = (): void => {
    rung = true
    wakeUp?.()
  }
  const wait = async (ms: number): Promise<void> => {
    if (!rung) await untilRung(ms)
    rung = false
  }
  const untilRung = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = globalThis.setTimeout(resolve, ms)
      wakeUp = () => {
        globalThis.clearTimeout(timer)
        resolve()
      }
    })
  return { ring, wait }
}
