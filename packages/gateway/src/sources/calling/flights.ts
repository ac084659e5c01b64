import { type Bounds, within } from './bounds.ts'

/** A call under way, seen by the one who makes it. */
export interface Flying {
  /** Aborted when the last one who waited has left. */
  readonly signal: AbortSignal
  /** Milliseconds until the last one who waits gives up. */
  leftMs(): number
}

/** Calls under way that several may wait for (in-flight de-duplication). */
export interface Flights<Landed> {
  /**
   * Waits for the call with this key that is under way, or makes it. Who waits keeps to their own bounds and leaves alone; the
   * call ends when all have left. Without a key the call is shared with nobody.
   */
  board(key: string | undefined, bounds: Bounds, fly: (flying: Flying) => Promise<Landed>): Promise<Landed>
  /** What is under way is joined by nobody any more. */
  close(): void
}

interface Flight<Landed> {
  readonly landing: Promise<Landed>
  /** Lets somebody wait until their signal is aborted. @param endsAt when they give up, by the monotonic clock */
  admit(signal: AbortSignal, endsAt: number): void
}

/** Flights of one source. */
export function createFlights<Landed>(): Flights<Landed> {
  const open = new Map<string, Flight<Landed>>()
  const launch = (key: string | undefined, fly: (flying: Flying) => Promise<Landed>): Flight<Landed> => {
    const flight = takeOff(fly, () => {
      if (key !== undefined && open.get(key) === flight) open.delete(key)
    })
    if (key !== undefined) open.set(key, flight)
    return flight
  }
  return {
    board: (key, bounds, fly) =>
      within(bounds, (signal) => {
        const flight = (key === undefined ? undefined : open.get(key)) ?? launch(key, fly)
        flight.admit(signal, performance.now() + bounds.timeoutMs)
        return flight.landing
      }),
    close: () => open.clear(),
  }
}

/** @param ended called once, as soon as nobody may join any more */
function takeOff<Landed>(fly: (flying: Flying) => Promise<Landed>, ended: () => void): Flight<Landed> {
  const controller = new AbortController()
  const ends = new Set<{ readonly at: number }>()
  const leftMs = () => Math.max(0, ...[...ends].map(({ at }) => at)) - performance.now()
  // A flight takes off when somebody has boarded: who makes the call may ask at once how much time is left.
  const landing = Promise.resolve()
    .then(() => fly({ signal: controller.signal, leftMs }))
    .finally(ended)
  return {
    landing,
    admit(signal, at) {
      const end = { at }
      ends.add(end)
      const leave = () => {
        ends.delete(end)
        if (ends.size > 0) return
        ended()
        controller.abort(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
    },
  }
}
