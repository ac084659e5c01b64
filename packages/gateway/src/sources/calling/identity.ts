import type { z } from 'zod'
import type { CallContext, UpstreamRequest } from '../source.ts'

const identities = new WeakMap<WeakKey, number>()
let given = 0

/** Functions, schemas, envelopes and whatever else is no plain data are the same only when they are the same thing. */
const identityOf = (thing: WeakKey): string => {
  const known = identities.get(thing) ?? ++given
  identities.set(thing, known)
  return `#${known}`
}

const isPlain = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0
}

/** Deeper data is compared by identity: nothing a request holds is that deep, and a ring has no end. */
const deepest = 32

/**
 * A text that two values share only when they say the same: keys in any order, bytes by content, plain data by value,
 * everything else by identity. The kinds are marked, so that `1`, `'1'` and a list with a 1 in it stay apart.
 */
export function identify(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return identityOf(value)
  if (typeof value === 'symbol') return identityOf({})
  if (typeof value === 'bigint') return `${value}n`
  if (Object.is(value, -0)) return '-0'
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Uint8Array) return identifyBytes(value)
  if (depth === deepest) return identityOf(value)
  if (Array.isArray(value)) return `[${value.map((element) => identify(element, depth + 1)).join()}]`
  return isPlain(value) ? identifyFields(value, depth) : identityOf(value)
}

/** A `Buffer` is written differently from a `Uint8Array` of the same bytes, in JSON for example. */
const identifyBytes = (bytes: Uint8Array): string =>
  `${identityOf(Object.getPrototypeOf(bytes))}b${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`

const identifyFields = (fields: Record<string, unknown>, depth: number): string => {
  const names = Object.keys(fields).toSorted()
  return `{${names.map((name) => `${JSON.stringify(name)}:${identify(fields[name], depth + 1)}`).join()}}`
}

/** Under what a call may be shared: whose answer it is, what is asked, and how it is read; undefined when with nobody. */
export const keyOf = (
  { reply, ...request }: UpstreamRequest & { readonly reply: z.ZodType },
  { sharing }: CallContext,
): string | undefined =>
  request.safe && sharing !== undefined ? `${identify([sharing, request])}${identityOf(reply)}` : undefined
