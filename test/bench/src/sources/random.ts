/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A seed for each name, so that one row's luck does not depend on how many rows there are. */
export const seedOf = (name: string): number =>
  [...name].reduce((seed, letter) => Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)
