import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import type { z } from 'zod'
import { type FilesOptions, files } from '../files.ts'
import { folder } from '../places/folder.ts'
import type { Place } from '../places/place.ts'
import type { FilesRequest } from '../requests.ts'

/** A folder into which a test drops files. */
export interface Drop {
  readonly path: string
  /** Writes a file whose last change is `minutes` after a fixed moment. */
  put(name: string, content: string | Uint8Array, minutes?: number): Promise<void>
  remove(): Promise<void>
}

const epoch = Date.parse('2026-11-20T00:00:00Z')

/** A new, empty folder. */
export async function createDrop(): Promise<Drop> {
  const path = await mkdtemp(join(tmpdir(), 'tongban-drop-'))
  return {
    path,
    async put(name, content, minutes = 0) {
      await writeFile(join(path, name), content)
      const at = epoch / 1_000 + minutes * 60
      await utimes(join(path, name), at, at)
    },
    remove: () => rm(path, { recursive: true }),
  }
}

export const gb = (text: string): Buffer => iconv.encode(text, 'gb18030')

/** Speaks the protocol as a source's calls do, with a clock of the test's own. */
export function speaker(options: Omit<FilesOptions, 'place'> & { readonly place: Place | string }) {
  const { place } = options
  const protocol = files({
    ready: { renamed: true },
    ...options,
    place: typeof place === 'string' ? folder({ path: place }) : place,
  })
  let now = new Date('2026-11-22T12:00:00+08:00')
  const io = {
    signal: new AbortController().signal,
    now: () => now,
    http: () => Promise.reject(new Error('no HTTP here')),
  }
  return {
    protocol,
    at: (time: string) => {
      now = new Date(time)
    },
    ask: async <Reply extends z.ZodType>(request: FilesRequest, reply: Reply): Promise<z.output<Reply>> =>
      reply.parse(await protocol.send(request, io)),
  }
}
