import type { ServerResponse } from 'node:http'
import { type ErrorCode, TongbanError } from '@tongban/schema'

/** How long a request may live, as a signal that reaches every upstream socket. */
export interface Lifetime {
  readonly signal: AbortSignal
  /** Epoch milliseconds of the gateway's clock. */
  readonly deadline: number
  end(code: ErrorCode): void
  /** Call when the answer is known; nothing is aborted after that. */
  done(): void
}

/** Starts the life of a request: it ends with the deadline, or when the caller closes the connection. */
export function startLifetime(response: ServerResponse, timeoutMs: number, now: () => Date): Lifetime {
  const controller = new AbortController()
  const end = (code: ErrorCode) => controller.abort(new TongbanError(code))
  const timer = setTimeout(end, timeoutMs, 'TB_DEADLINE_EXCEEDED')
  const left = () => end('TB_CANCELLED')
  response.once('close', left)
  return {
    signal: controller.signal,
    deadline: now().getTime() + timeoutMs,
    end,
    done() {
      clearTimeout(timer)
      response.off('close', left)
    },
  }
}
