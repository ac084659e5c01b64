import type { Entry } from './places/place.ts'

/**
 * How to tell that a file is whole (文件到齐判定). All rules that are given must hold; a closing record is a rule of the format.
 */
export interface Readiness {
  /**
   * A second file that the sender writes when the first is whole: `.ok` for `items20261121.csv.ok`. With `instead` it takes the
   * place of the last extension. It may hold `rows=…` and `sha256=…` (or `sm3`, `md5`), which are then checked.
   */
  readonly flag?: { readonly suffix: string; readonly instead?: boolean }
  /** The same size and time at this many looks, at least so far apart. */
  readonly stable?: { readonly looks: number; readonly apartMs: number }
  /** The sender writes under another name and renames: what has its name is whole. */
  readonly renamed?: boolean
}

/** What a flag file promises. */
export interface Promised {
  readonly rows?: number
  readonly digest?: { readonly algorithm: 'sha256' | 'sm3' | 'md5'; readonly hex: string }
}

/** Endings of names that senders give to files they are still writing. */
export const unfinished = /\.(?:tmp|temp|part|partial|filepart|writing|uploading|crdownload|swp)$|^[.~]|~$/i

/** The name of the flag that belongs to a file. */
export const flagName = (name: string, { suffix, instead }: NonNullable<Readiness['flag']>): string =>
  (instead ? name.replace(/\.[^.]*$/, '') : name) + suffix

/** What is written into a flag. */
export const flagText = (rows: number, sha256: string): string => `rows=${rows}\nsha256=${sha256}\n`

/** Reads a flag; one that is empty or says something else promises nothing. */
export function readFlag(text: string): Promised {
  const rows = /(?:\b(?:rows|count)|记录数|条数)\s*[=:：]\s*(\d{1,15})\b/i.exec(text)?.[1]
  const [, algorithm, hex] = /\b(sha-?256|sm3|md5)\s*[=:：]\s*([0-9a-f]{32,64})\b/i.exec(text) ?? []
  const name = algorithm?.toLowerCase().replace('-', '')
  return {
    ...(rows === undefined ? {} : { rows: Number(rows) }),
    ...(hex && (name === 'sha256' || name === 'sm3' || name === 'md5')
      ? { digest: { algorithm: name, hex: hex.toLowerCase() } }
      : {}),
  }
}

interface Look {
  readonly size: number
  readonly modifiedAt: number
  readonly looks: number
  readonly at: number
}

/** Remembers how often a file has looked the same. */
export interface Watch {
  /** Looks once at all that is there; looks that follow too soon do not count. */
  look(entries: readonly Entry[], now: number): void
  isStable(entry: Entry): boolean
}

/** A watch for one place. Each process looks for itself, so that a file becomes ready a little later after a start. */
export function createWatch({ looks, apartMs }: NonNullable<Readiness['stable']>): Watch {
  let seen = new Map<string, Look>()
  const next = ({ name, size, modifiedAt }: Entry, now: number): Look => {
    const before = seen.get(name)
    if (before?.size !== size || before.modifiedAt !== modifiedAt) return { size, modifiedAt, looks: 1, at: now }
    return now - before.at < apartMs ? before : { ...before, looks: before.looks + 1, at: now }
  }
  return {
    look(entries, now) {
      seen = new Map(entries.map((entry) => [entry.name, next(entry, now)]))
    },
    isStable({ name, size, modifiedAt }) {
      const found = seen.get(name)
      return found?.size === size && found.modifiedAt === modifiedAt && found.looks >= looks
    },
  }
}

/** Whether a flag is there and was written after its file; times over SFTP are whole seconds. */
export const isFlagged = (entry: Entry, flag: Entry | undefined): boolean =>
  flag !== undefined && Math.floor(flag.modifiedAt / 1_000) >= Math.floor(entry.modifiedAt / 1_000)
