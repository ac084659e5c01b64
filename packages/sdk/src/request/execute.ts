import type { Cancellation } from '../cancel/cancellation.ts'
import { withinScope } from '../cancel/scope.ts'
import { sleep } from '../cancel/sleep.ts'
import { isTongbanError } from '../errors/error.ts'
import { localError } from '../errors/local.ts'
import { TB_CANCELLED, TB_TIMEOUT } from '../generated/local-errors.ts'
import type { UsableAnswer } from './answer.ts'
import { runAttempt } from './attempt.ts'
import { retryDelay } from './backoff.ts'
import { type Exchange, notify } from './exchange.ts'

/** An answer, and how many attempts it took. */
export type Executed<Data> = UsableAnswer<Data> & { readonly attempts: number }

/** Milliseconds until the next attempt, or `undefined` when there must not be one. */
function nextDelay(exchange: Exchange, error: unknown, attempt: number, deadline: number): number | undefined {
  const { safe, retries, platform } = exchange
  // Without a timer there is no backoff, and hammering a gateway in trouble is worse than giving up.
  if (!safe || attempt > retries || platform.setTimeout === undefined) return undefined
  if (!isTongbanError(error) || !error.retryable) return undefined
  const delay = retryDelay({ attempt, retryAfterMs: error.retryAfterMs, random: platform.random ?? Math.random })
  return (platform.now ?? Date.now)() + delay < deadline ? delay : undefined
}

function notifyFailure(exchange: Exchange, error: unknown, attempt: number): void {
  if (!isTongbanError(error)) return
  const { code, requestId } = error
  notify(exchange, { type: 'failure', operation: exchange.operation.name, attempt, code, requestId })
}

async function attemptUntilSettled<Data>(exchange: Exchange, signal: Cancellation): Promise<Executed<Data>> {
  const deadline = (exchange.platform.now ?? Date.now)() + exchange.timeoutMs
  for (let attempt = 1; ; attempt++) {
    try {
      return { ...(await runAttempt<Data>(exchange, attempt, signal)), attempts: attempt }
    } catch (error) {
      const delayMs = signal.aborted ? undefined : nextDelay(exchange, error, attempt, deadline)
      if (delayMs === undefined || !isTongbanError(error)) {
        notifyFailure(exchange, error, attempt)
        throw error
      }
      notify(exchange, { type: 'retry', operation: exchange.operation.name, attempt, code: error.code, delayMs })
      await sleep(exchange.platform, delayMs, signal)
    }
  }
}

/** Runs one call: attempts, waits and retries under its total time and the caller's signal. @throws TongbanError */
export function execute<Data>(exchange: Exchange): Promise<Executed<Data>> {
  const { platform, locale, operation, signal: parent, timeoutMs } = exchange
  const limits = {
    parent,
    onCancel: () => localError(TB_CANCELLED, locale, { operation: operation.name, retryable: false }),
    timeout: { ms: timeoutMs, error: () => localError(TB_TIMEOUT, locale, { operation: operation.name }) },
  }
  return withinScope(platform, limits, (signal) => attemptUntilSettled<Data>(exchange, signal))
}
