/** How long the recent successful attempts of an operation took. */
export interface Latencies {
  succeeded(ms: number): void
  /** Milliseconds that 95 of 100 recent attempts stayed within; null while too few are known. */
  p95(): number | null
}

const remembered = 100
const enough = 20
/** Sorting at each success would cost more than the rest of a call. */
const renewedEvery = 10

/** Remembers the last 100 attempts; below 20 there is nothing to say. */
export function createLatencies(): Latencies {
  const recent: number[] = []
  let seen = 0
  let known: number | null = null
  return {
    succeeded(ms) {
      recent[seen % remembered] = ms
      seen += 1
      if (seen % renewedEvery === 0) known = null
    },
    p95() {
      if (recent.length < enough) return null
      known ??= recent.toSorted((a, b) => a - b)[Math.ceil(recent.length * 0.95) - 1] ?? null
      return known
    },
  }
}
