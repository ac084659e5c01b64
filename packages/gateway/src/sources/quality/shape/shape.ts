import { type Kind, kindBits, rootPath } from './observe.ts'

/** What has been seen at one path, counted in replies. */
export interface PathShape {
  /** Replies in which the object around it was there. */
  n: number
  /** Of these, how many had the field at all, and how many something in it. */
  present: number
  filled: number
  readonly kinds: Partial<Record<Kind, number>>
}

/** The shape of an operation's replies, as it is kept. */
export interface KeptShape {
  readonly source: string
  readonly operation: string
  readonly replies: number
  readonly explicit: boolean
  /** By path, without marks for lists. */
  readonly paths: Readonly<Record<string, PathShape>>
}

/** Path of the object around a field; undefined for the whole reply. */
export function parentOf(path: string): string | undefined {
  if (path === rootPath) return undefined
  return path.slice(0, Math.max(0, path.lastIndexOf('.')))
}

/** A path as people write it, `rows[].name`, with the lists that are known. */
export function shownPath(path: string, isList: (path: string) => boolean): string {
  const names = path === rootPath ? [] : path.split('.')
  const parts = names.map((name, at) => `${name}${isList(names.slice(0, at + 1).join('.')) ? '[]' : ''}`)
  const root = isList(rootPath) ? ['[]'] : []
  return [...root, ...parts].join('.') || '$'
}

/** The path without marks for lists. */
export const plainPath = (shown: string): string =>
  shown === '$' ? rootPath : shown.replaceAll('[]', '').replace(/^\./, '')

const kindNames = Object.keys(kindBits).filter((name): name is Kind => name in kindBits)

/** The kinds in a set of bits. */
export const kindsIn = (bits: number): readonly Kind[] => kindNames.filter((kind) => (bits & kindBits[kind]) !== 0)

/** Whether a kind says how values are arranged rather than what they are. */
export const isArrangement = (kind: Kind): boolean => kind === 'LIST' || kind === 'SINGLE'
