import type { SFTPWrapper } from 'ssh2'
import type { ByteRange } from '../place.ts'

const chunkBytes = 32_768
/** So many reads are under way at once: each takes a round trip. */
const readAhead = 8

/** Bytes and where in the file they stand. */
export interface Piece {
  readonly at: number
  readonly bytes: Buffer
}

/** Bytes of an open file; none at its end. */
export async function readPiece(sftp: SFTPWrapper, handle: Buffer, at: number, wanted: number): Promise<Piece> {
  const bytes = Buffer.allocUnsafe(wanted)
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  // OpenSSH answers a read at the end with status 1 (SSH_FX_EOF).
  sftp.read(handle, bytes, 0, wanted, at, (error, count) =>
    error ? ('code' in error && error.code === 1 ? resolve(0) : reject(error)) : resolve(count),
  )
  return { at, bytes: bytes.subarray(0, await promise) }
}

/** Bytes of an open file in their order; after a short answer it goes on where that ended. */
export async function* piecesOf(
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
