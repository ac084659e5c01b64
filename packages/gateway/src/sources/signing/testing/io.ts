import { createHttpClient } from '../../http/client.ts'
import { defaultLimits } from '../../limits.ts'
import type { SignerIo } from '../signer.ts'

/** A clock that stands until it is moved. */
export interface StandingClock {
  readonly now: () => Date
  forward(ms: number): void
}

export function standingClock(start = 1_700_000_000_000): StandingClock {
  let at = start
  return {
    now: () => new Date(at),
    forward: (ms) => {
      at += ms
    },
  }
}

/** What signers use, over real HTTP, by a clock of the test. */
export function testIo(clock: StandingClock) {
  const http = createHttpClient(defaultLimits)
  const io = (signal: AbortSignal = new AbortController().signal): SignerIo => ({
    signal,
    now: clock.now,
    http: (request) => http.exchange(request, signal),
  })
  return { io, close: () => http.close() }
}
