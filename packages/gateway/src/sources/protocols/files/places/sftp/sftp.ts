import { posix } from 'node:path'
import type { FileEntry, SFTPWrapper, Stats } from 'ssh2'
import { sourceFailure } from '../../../../failures.ts'
import { isSafeName } from '../../names.ts'
import { isAbsent, placeFailure } from '../failures.ts'
import type { ByteRange, Entry, Place } from '../place.ts'
import { createConnection } from './connection.ts'
import { checkSftp, type SftpOptions } from './options.ts'

type Answered<Result> = (error: Error | null | undefined, result: Result) => void

/** A request of SFTP as a promise. */
const answer = <Result>(request: (done: Answered<Result>) => void): Promise<Result> =>
  new Promise((resolve, reject) => request((error, result) => (error ? reject(error) : resolve(result))))

const entryOf = (name: string, { size, mtime }: Pick<Stats, 'size' | 'mtime'>): Entry => ({
  name,
  size,
  modifiedAt: mtime * 1_000,
})

/** Plain files by the type in their mode (POSIX `S_IFREG`); servers that send no mode say it in the long name. */
const isPlain = ({ attrs, longname }: FileEntry): boolean =>
  attrs.mode ? (attrs.mode & 0o170_000) === 0o100_000 : longname.startsWith('-')

const statOf = async (sftp: SFTPWrapper, path: string): Promise<Stats | undefined> => {
  try {
    const found = await answer<Stats>((done) => sftp.lstat(path, done))
    return found.isFile() ? found : undefined
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

const chunkBytes = 32_768
/** So many reads are under way at once: each takes a round trip. */
const readAhead = 8

interface Piece {
  readonly at: number
  readonly bytes: Buffer
}

async function readPiece(sftp: SFTPWrapper, handle: Buffer, at: number, wanted: number): Promise<Piece> {
  const bytes = Buffer.allocUnsafe(wanted)
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  // OpenSSH answers a read at the end with status 1 (SSH_FX_EOF).
  sftp.read(handle, bytes, 0, wanted, at, (error, count) =>
    error ? ('code' in error && error.code === 1 ? resolve(0) : reject(error)) : resolve(count),
  )
  return { at, bytes: bytes.subarray(0, await promise) }
}

/** Bytes of an open file in their order; after a short answer it goes on where that ended. */
async function* piecesOf(
  read: (at: number, wanted: number) => Promise<Piece>,
  { start, end = Number.POSITIVE_INFINITY }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let ahead: Promise<Piece>[] = []
  let at = start
  let asked = start
  while (at < end) {
    while (ahead.length < readAhead && asked < end) {
      const piece = read(asked, Math.min(chunkBytes, end - asked))
      piece.catch(() => {})
      ahead.push(piece)
      asked += chunkBytes
    }
    const [next, ...rest] = ahead
    const piece = await next
    if (!piece || piece.bytes.length === 0) return
    at += piece.bytes.length
    yield piece.bytes
    ahead = rest
    if (piece.bytes.length < chunkBytes) {
      ahead = []
      asked = at
    }
  }
}

/**
 * Files dropped on an SFTP server.
 *
 * @example
 * sftp({ host: 'drop.example.cn', username: 'tongban', privateKey, hostKey: 'SHA256:…', path: '/outgoing/items' })
 * @throws TongbanError `TB_CONFIG_INVALID` without a host key or a way to log in
 */
export function sftp(options: SftpOptions): Place {
  const connection = createConnection(checkSftp(options))
  const inside = (name: string): string => {
    if (!isSafeName(name))
      throw sourceFailure('TB_SOURCE_REFUSED', { detail: 'a file name that leads out of the folder' })
    return posix.join(options.path, name)
  }
  const guarded = async <Result>(
    what: string,
    signal: AbortSignal,
    work: (sftp: SFTPWrapper) => Promise<Result>,
  ): Promise<Result> => {
    try {
      return await connection.use(signal, work)
    } catch (error) {
      throw placeFailure(error, what, signal)
    }
  }
  const perform = (
    what: string,
    signal: AbortSignal,
    request: (sftp: SFTPWrapper, done: (error: Error | null | undefined) => void) => void,
  ) => guarded(what, signal, (client) => answer<void>((done) => request(client, (error) => done(error, undefined))))

  return {
    kind: 'sftp',
    list: (signal) =>
      guarded('list the folder', signal, async (client) => {
        const entries = await answer<FileEntry[]>((done) => client.readdir(options.path, done))
        return entries
          .filter((entry) => isSafeName(entry.filename) && isPlain(entry))
          .map(({ filename, attrs }) => entryOf(filename, attrs))
      }),
    stat: (name, signal) =>
      guarded('look at a file', signal, async (client) => {
        const found = await statOf(client, inside(name))
        return found && entryOf(name, found)
      }),
    async *read(name, range, signal) {
      const path = inside(name)
      const handle = await guarded('read a file', signal, async (client) => {
        if (!(await statOf(client, path))) throw Object.assign(new Error('no plain file'), { code: 'ENOENT' })
        const file = await answer<Buffer>((done) => client.open(path, 'r', done))
        // Nobody waits any more who could close it.
        if (signal.aborted) client.close(file, () => {})
        return { client, file }
      })
      try {
        yield* piecesOf(
          (at, wanted) =>
            guarded('read a file', signal, (client) => {
              if (client !== handle.client)
                throw sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: 'the connection was closed' })
              return readPiece(client, handle.file, at, wanted)
            }),
          range,
        )
      } finally {
        handle.client.close(handle.file, () => {})
      }
    },
    write: (name, content, signal) =>
      perform('write a file', signal, (client, done) => client.writeFile(inside(name), Buffer.from(content), done)),
    rename: (from, to, signal) =>
      guarded('name a file', signal, async (client) => {
        try {
          await answer<void>((done) =>
            client.ext_openssh_rename(inside(from), inside(to), (error) => done(error, undefined)),
          )
        } catch (error) {
          if (!(error instanceof Error) || !/not support/i.test(error.message)) throw error
          // Version 3 alone cannot replace: what has the name goes first.
          if (await statOf(client, inside(to)))
            await answer<void>((done) => client.unlink(inside(to), (failure) => done(failure, undefined)))
          await answer<void>((done) => client.rename(inside(from), inside(to), (failure) => done(failure, undefined)))
        }
      }),
    remove: (name, signal) =>
      guarded('remove a file', signal, async (client) => {
        if (await statOf(client, inside(name)))
          await answer<void>((done) => client.unlink(inside(name), (error) => done(error, undefined)))
      }),
    close: () => connection.close(),
  }
}
