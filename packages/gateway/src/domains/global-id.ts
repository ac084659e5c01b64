import { isPlain } from './plain-text.ts'

/** Global identifiers are `Type:key` in base64url: opaque to callers, cheap for us. */
export const globalId = (type: string, key: string): string =>
  Buffer.from(`${type}:${key}`, 'utf8').toString('base64url')

/** Takes a global identifier apart; undefined when it is none, or holds what no key holds. */
export function parseGlobalId(id: string): { readonly type: string; readonly key: string } | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(id)) return undefined
  const match = /^([A-Z][A-Za-z]*):(.+)$/su.exec(Buffer.from(id, 'base64url').toString('utf8'))
  return match?.[1] && match[2] && isPlain(match[2]) ? { type: match[1], key: match[2] } : undefined
}

/** The key of a global identifier of a given type; undefined when it is of another type or none at all. */
export function keyOf(type: string, id: string): string | undefined {
  const parsed = parseGlobalId(id)
  return parsed?.type === type ? parsed.key : undefined
}
