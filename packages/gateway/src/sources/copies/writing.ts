import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { WrittenCopy } from './buffer.ts'
import { isPlain } from './plain.ts'
import type { CopyChange, CopyKey } from './store.ts'

/** How many copies are remembered as written; each takes some 200 bytes. */
const maxRemembered = 50_000

interface Written {
  readonly digest: string
  readonly fetchedAt: number
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64')

/** Keys hold personal data, so only their digest stays in memory. */
export const nameOf = ({ sourceId, method, question, sharing }: CopyKey): string =>
  digestOf(JSON.stringify([sourceId, method, question, sharing]))

/** Turns changes into text, and knows what has been written lately. */
export interface Writing {
  /** Undefined where nothing has to be written: unchanged, too large, or nothing that text can hold. */
  textOf(name: string, change: CopyChange): WrittenCopy | undefined
  /** It was not written after all. */
  forget(names: Iterable<string>): void
}

/** @param rewriteMs - how long an unchanged copy is not written again @param maxLength - largest copy, in characters */
export function createWriting(rewriteMs: number, maxLength: number): Writing {
  const written = new LRUCache<string, Written>({ max: maxRemembered })
  return {
    textOf(name, { key, copy, keepMs }) {
      const text = copy && isPlain(copy.value) ? JSON.stringify(copy.value) : null
      if (copy !== null && (text === null || text.length > maxLength)) return undefined
      const fetchedAt = copy?.fetchedAt ?? new Date(0).toISOString()
      const now = { digest: digestOf(text ?? ''), fetchedAt: Date.parse(fetchedAt) }
      const last = written.get(name)
      if (last?.digest === now.digest && now.fetchedAt - last.fetchedAt < rewriteMs) return undefined
      written.set(name, now)
      return { key, text, fetchedAt, asOf: copy?.asOf ?? null, keepMs }
    },
    forget(names) {
      for (const name of names) written.delete(name)
    },
  }
}
