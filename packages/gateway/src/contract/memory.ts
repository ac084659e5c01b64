import type { UpstreamRequest } from '../sources/source.ts'

/** What a protocol answered, so that hundreds of trials of the same answer do not burden the system. */
export interface Memory {
  /** Keeps the first answer to a request; gives the payload back. */
  keep(request: UpstreamRequest, payload: unknown): unknown
  /** What was kept for an equal request, else what `ask` answers. */
  recall(request: UpstreamRequest, ask: () => Promise<unknown>): Promise<unknown>
}

/** Requests are equal when they say the same; how their replies are read is no part of it. */
const keyOf = (request: UpstreamRequest): string => JSON.stringify({ ...request, reply: undefined })

/** A memory of nothing yet. */
export function createMemory(): Memory {
  const kept = new Map<string, unknown>()
  const keep = (request: UpstreamRequest, payload: unknown) => {
    const key = keyOf(request)
    if (!kept.has(key)) kept.set(key, payload)
    return payload
  }
  return {
    keep,
    recall: async (request, ask) => {
      const key = keyOf(request)
      return kept.has(key) ? kept.get(key) : keep(request, await ask())
    },
  }
}
