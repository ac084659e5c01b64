import { isDeepStrictEqual } from 'node:util'
import { LRUCache } from 'lru-cache'
import { type Parsed, parseItem } from '../parse.ts'
import type { ServiceItemInput, ServiceItemRecord } from '../record.ts'

/** Checks an item as a source tells it and fills in what it left out. */
export type ReadItem = (input: ServiceItemInput) => Parsed<ServiceItemRecord>

interface Remembered {
  readonly input: ServiceItemInput
  readonly parsed: Parsed<ServiceItemRecord>
}

/**
 * Parses an item only when it says something else than the last time: libraries change seldom, and comparing costs a fifth
 * of parsing. Every answer of the source is still looked at in full, so nothing here can be out of date.
 *
 * @param max - how many items are remembered, of all sources together
 * @returns the reader for a source
 */
export function rememberingItems(max: number): (sourceId: string) => ReadItem {
  const remembered = new LRUCache<string, Remembered>({ max })
  return (sourceId) => (input) => {
    const key = `${sourceId} ${input.code}`
    const last = remembered.get(key)
    if (last && isDeepStrictEqual(last.input, input)) return last.parsed
    const parsed = parseItem(input)
    const copy = 'record' in parsed ? copyOf(input) : undefined
    if (copy) remembered.set(key, { input: copy, parsed: frozen(parsed) })
    return parsed
  }
}

/** A copy, because a source file may change what it handed over. What holds more than data is parsed every time. */
function copyOf(input: ServiceItemInput): ServiceItemInput | undefined {
  try {
    return structuredClone(input)
  } catch {
    return undefined
  }
}

/** Many requests share it, so a change by one of them must fail where it happens. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
