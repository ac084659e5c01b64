import type { CopyTable, WrittenCopy } from './buffer.ts'
import type { Copy, CopyKey } from './store.ts'

const nameOf = (key: CopyKey): string => JSON.stringify([key.sourceId, key.method, key.question, key.sharing])

/** A table of copies in memory, with what was written to it. */
export function memoryTable(): CopyTable & { readonly written: WrittenCopy[] } {
  const kept = new Map<string, Copy>()
  const written: WrittenCopy[] = []
  return {
    written,
    async write(copies) {
      written.push(...copies)
      for (const { key, text, fetchedAt, asOf } of copies) {
        if (text === null) kept.delete(nameOf(key))
        else kept.set(nameOf(key), { value: JSON.parse(text), fetchedAt, asOf })
      }
    },
    read: async (keys) => keys.map((key) => kept.get(nameOf(key)) ?? null),
  }
}
