import type { Ask } from './ask.ts'

/** What may travel together. */
export interface Sharing<Key> {
  readonly identity: (key: Key) => string
  /** Keys that differ, per call. A caller that asks for more has a call of its own. */
  readonly maxBatch: number
  /** Whether callers that ask for the same key share its value; otherwise the later one waits for the next call. */
  readonly sameKey: 'shares' | 'waits'
}

/** Puts asks into calls, in the order in which they came. */
export function batchesOf<Key, Value>(
  asks: readonly Ask<Key, Value>[],
  { identity, maxBatch, sameKey }: Sharing<Key>,
): readonly (readonly Ask<Key, Value>[])[] {
  const batches: Ask<Key, Value>[][] = []
  let names = new Set<string>()
  let batch: Ask<Key, Value>[] = []
  for (const ask of asks) {
    const own = new Set(ask.keys.map(identity))
    const together = names.union(own)
    const fits = together.size <= maxBatch && (sameKey === 'shares' || names.isDisjointFrom(own))
    if (batch.length === 0 || !fits) {
      batch = []
      batches.push(batch)
    }
    batch.push(ask)
    names = fits ? together : own
  }
  return batches
}
