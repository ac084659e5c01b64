/** When a second attempt may be sent ahead, and whether it may when the time has come. */
export interface Moment {
  readonly afterMs: number
  isAllowed(): boolean
}

/** Two attempts at the same thing. */
export interface Racing<Result> {
  /** Runs one attempt; it calls `begun` when it has left the queue. */
  run(signal: AbortSignal, begun: () => void): Promise<Result>
  /** Moments at which the second may be sent, counted from when the first has begun. */
  readonly moments: readonly Moment[]
  /** Whether a result ends the race; one that does not waits for the other attempt. */
  isAnswer(result: Result): boolean
  /** Why the loser is cancelled. */
  onLost(): Error
}

/**
 * Runs an attempt, and a second one when a moment for it comes while the first is under way. The first answer wins and the
 * loser is cancelled. Without an answer the result of the last one counts.
 */
export function race<Result>({ run, moments, isAnswer, onLost }: Racing<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const controller = new AbortController()
  const timers: NodeJS.Timeout[] = []
  let underWay = 0
  let isHedged = false
  const abort = () => controller.abort(signal.reason)
  const settle = (finish: () => void) => {
    for (const timer of timers) clearTimeout(timer)
    signal.removeEventListener('abort', abort)
    finish()
    if (underWay > 0) controller.abort(onLost())
  }
  const start = (begun: () => void) => {
    underWay += 1
    run(controller.signal, begun).then(
      (result) => {
        underWay -= 1
        if (underWay === 0 || isAnswer(result)) settle(() => resolve(result))
      },
      (error: unknown) => {
        underWay -= 1
        if (underWay === 0) settle(() => reject(error))
      },
    )
  }
  const hedge = ({ isAllowed }: Moment) => {
    if (isHedged || !isAllowed()) return
    isHedged = true
    start(() => {})
  }
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  start(() => {
    for (const moment of moments) timers.push(setTimeout(hedge, moment.afterMs, moment))
  })
  return promise
}
