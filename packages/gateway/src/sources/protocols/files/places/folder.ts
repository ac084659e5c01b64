import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sourceFailure } from '../../../failures.ts'
import { isSafeName } from '../names.ts'
import { isAbsent, placeFailure } from './failures.ts'
import type { ByteRange, Entry, Place } from './place.ts'

/** A folder of this machine, or one that is mounted on it. */
export interface FolderOptions {
  readonly path: string
}

const chunkBytes = 65_536

async function* chunksOf(file: FileHandle, { start, end }: ByteRange, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let at = start
  while (end === undefined || at < end) {
    signal.throwIfAborted()
    const wanted = Math.min(chunkBytes, (end ?? Number.POSITIVE_INFINITY) - at)
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** The path of a file in the folder. @throws TongbanError `TB_SOURCE_REFUSED` for a name that leads elsewhere */
const inside = (folder: string, name: string): string => {
  if (!isSafeName(name))
    throw sourceFailure('TB_SOURCE_REFUSED', { detail: 'a file name that leads out of the folder' })
  return join(folder, name)
}

async function entryOf(folder: string, name: string): Promise<Entry | undefined> {
  try {
    const found = await lstat(inside(folder, name))
    return found.isFile() ? { name, size: found.size, modifiedAt: Math.floor(found.mtimeMs) } : undefined
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

async function entriesOf(folder: string, signal: AbortSignal): Promise<Entry[]> {
  const found: Entry[] = []
  for (const { name } of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile())) {
    signal.throwIfAborted()
    const entry = isSafeName(name) ? await entryOf(folder, name) : undefined
    if (entry) found.push(entry)
  }
  return found
}

/**
 * Files dropped into a folder.
 *
 * @example
 * files({ place: folder({ path: '/data/drop/items' }), name: 'items{yyyyMMdd}.csv', format: csv({ columns }) })
 */
export function folder({ path }: FolderOptions): Place {
  const root = resolve(path)
  const guarded = async <Result>(what: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> => {
    try {
      signal.throwIfAborted()
      return await work()
    } catch (error) {
      throw placeFailure(error, what, signal)
    }
  }
  return {
    kind: 'folder',
    list: (signal) => guarded('list the folder', signal, () => entriesOf(root, signal)),
    stat: (name, signal) => guarded('look at a file', signal, () => entryOf(root, name)),
    async *read(name, range, signal) {
      try {
        await using file = await open(inside(root, name), constants.O_RDONLY | constants.O_NOFOLLOW)
        yield* chunksOf(file, range, signal)
      } catch (error) {
        throw placeFailure(error, 'read a file', signal)
      }
    },
    write: (name, content, signal) =>
      guarded('write a file', signal, async () => {
        await using file = await open(inside(root, name), 'w')
        await file.writeFile(content, { signal })
        // The name is given after this: it must not become visible before the content is.
        await file.sync()
      }),
    rename: (from, to, signal) => guarded('name a file', signal, () => rename(inside(root, from), inside(root, to))),
    remove: (name, signal) => guarded('remove a file', signal, () => rm(inside(root, name), { force: true })),
    close: async () => {},
  }
}
