import type { NonceMemory } from '../inbound/verifier.ts'

/** Remembers in this process, for tests of verifiers. */
export function testNonces(): NonceMemory {
  const seen = new Set<string>()
  return {
    async first(key) {
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    },
  }
}
