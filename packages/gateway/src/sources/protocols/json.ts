import { isRecord } from './path.ts'

/** Depth of lists and objects beyond which an answer is taken for an attack: what walks it later may be recursive. */
const deepest = 100

/** A number that a double may not hold exactly: sixteen digits or more. */
const longNumber = /\d{16}/

/** A number that would lose digits stays the text it was: identifiers of 19 digits come as numbers. */
const exact = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
  if (typeof value !== 'number' || context?.source === undefined || !longNumber.test(context.source)) return value
  return String(value) === context.source ? value : context.source
}

const tryParse = (text: string): unknown => {
  try {
    return longNumber.test(text) ? JSON.parse(text, exact) : JSON.parse(text)
  } catch {
    // V8 quotes the text around the mistake, and that text may be about a person: the reason is dropped.
    return undefined
  }
}

const code = { quote: 0x22, backslash: 0x5c, comma: 0x2c }
const opens = new Set([0x7b, 0x5b])
const closes = new Set([0x7d, 0x5d])
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d])

/** Where a string ends that begins here. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== code.quote) at += text.charCodeAt(at) === code.backslash ? 2 : 1
  return at
}

/**
 * What stands between strings, in one pass (a regular expression would need quadratic time for hostile texts): how deep lists and
 * objects nest, and which commas stand before a closing bracket.
 */
function scan(text: string): { readonly depth: number; readonly trailing: readonly number[] } {
  const trailing: number[] = []
  let [depth, most, comma] = [0, 0, -1]
  for (let at = 0; at < text.length; at++) {
    const found = text.charCodeAt(at)
    if (blanks.has(found)) continue
    if (closes.has(found) && comma >= 0) trailing.push(comma)
    comma = found === code.comma ? at : -1
    if (opens.has(found)) depth += 1
    else if (closes.has(found)) depth -= 1
    else if (found === code.quote) at = endOfString(text, at)
    most = Math.max(most, depth)
  }
  return { depth: most, trailing }
}

/** The text without the characters at these places. */
const without = (text: string, places: readonly number[]): string =>
  [...places, text.length].map((place, index) => text.slice((places[index - 1] ?? -1) + 1, place)).join('')

/** Takes the name out that would change what an object inherits from, wherever it stands. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) for (const one of value) withoutPrototypes(one)
  else if (isRecord(value)) {
    if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__')
    for (const one of Object.values(value)) withoutPrototypes(one)
  }
  return value
}

/**
 * Reads JSON, also with trailing commas, at most 100 lists and objects deep; undefined when it is none. Numbers that a double
 * cannot hold stay text; members named `__proto__` are dropped.
 */
export function readJson(text: string): unknown {
  const { depth, trailing } = scan(text)
  if (depth > deepest) return undefined
  const asWritten = tryParse(text)
  const read = asWritten === undefined && trailing.length > 0 ? tryParse(without(text, trailing)) : asWritten
  // `__proto__` may also be written with escapes.
  return /__proto__|\\u00/.test(text) ? withoutPrototypes(read) : read
}
