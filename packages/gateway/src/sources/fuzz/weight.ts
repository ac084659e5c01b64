/**
 * How much a result holds, roughly in characters: lengths of texts, and a fixed part for each field and element. Counting stops
 * at a limit, so that a result that is far too large does not cost more than one that is just too large.
 */
export function weightOf(result: unknown, limit: number): number {
  let weight = 0
  const waiting: unknown[] = [result]
  while (waiting.length > 0 && weight <= limit) {
    const value = waiting.pop()
    weight += 8
    if (typeof value === 'string') weight += value.length
    else if (value instanceof Uint8Array) weight += value.length
    else if (value instanceof Map) for (const [key, one] of value) waiting.push(key, one)
    else if (Array.isArray(value)) for (const one of value) waiting.push(one)
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) {
        weight += key.length
        waiting.push(one)
      }
  }
  return weight
}
