import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { UpstreamRequest } from '../source.ts'
import { identify } from './identity.ts'

/** The questions of one operation whose replies could be fetched and not read. */
export interface Misreads {
  /** Notes a question. @returns whether it was noted before */
  again(question: UpstreamRequest & { readonly reply?: unknown }): boolean
}

const remembered = 200

/** Remembers the latest; questions hold personal data, so only their digests stay in memory. */
export function createMisreads(): Misreads {
  const known = new LRUCache<string, true>({ max: remembered })
  return {
    again({ reply: _, ...question }) {
      const digest = createHash('sha256').update(identify(question)).digest('base64')
      const isKnown = known.has(digest)
      known.set(digest, true)
      return isKnown
    },
  }
}
