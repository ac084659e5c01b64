import { inflateRawSync } from 'node:zlib'
import { sourceFailure } from '../../../failures.ts'

/** A file in a zip archive, as the archive's directory describes it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  readonly name: string
  readonly packed: Uint8Array
  readonly isDeflated: boolean
  /** Bytes when unpacked, as the directory says. */
  readonly size: number
}

const broken = () => sourceFailure('TB_SOURCE_SHAPE', { detail: 'expected a whole workbook' })
const endMark = 0x06054b50
const entryMark = 0x02014b50
const mostEntries = 1_000

/** The end record is last, apart from a comment of at most 65,535 bytes. */
function endOf(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 65_535); at--)
    if (archive.readUInt32LE(at) === endMark) return at
  throw broken()
}

function entryAt(archive: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (archive.readUInt32LE(at) !== entryMark) throw broken()
  const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
  const [nameLength = 0] = lengths
  const header = archive.readUInt32LE(at + 42)
  const begin = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
  return {
    entry: {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      packed: archive.subarray(begin, begin + archive.readUInt32LE(at + 20)),
      isDeflated: archive.readUInt16LE(at + 10) === 8,
      size: archive.readUInt32LE(at + 24),
    },
    next: at + 46 + lengths.reduce((sum, length) => sum + length, 0),
  }
}

/**
 * What is in an archive, by its directory, before anything of it is unpacked.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when it is no whole archive, `TB_SOURCE_TOO_LARGE` when it says that it is larger than allowed
 */
export function zipEntries(content: Uint8Array, maxBytes: number): readonly ZipEntry[] {
  const archive = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  try {
    const end = endOf(archive)
    const count = archive.readUInt16LE(end + 10)
    if (count > mostEntries) throw sourceFailure('TB_SOURCE_TOO_LARGE', { limit: maxBytes })
    const entries: ZipEntry[] = []
    for (let at = archive.readUInt32LE(end + 16); entries.length < count; ) {
      const { entry, next } = entryAt(archive, at)
      entries.push(entry)
      at = next
    }
    if (entries.reduce((sum, { size }) => sum + size, 0) > maxBytes)
      throw sourceFailure('TB_SOURCE_TOO_LARGE', { limit: maxBytes })
    return entries
  } catch (error) {
    // Positions that lie outside of the archive.
    throw error instanceof RangeError ? broken() : error
  }
}

/** The content of an entry. @throws TongbanError `TB_SOURCE_SHAPE` when it is not as long as the directory says, or cannot be unpacked */
export function unpacked({ packed, isDeflated, size }: ZipEntry): Uint8Array {
  try {
    const content = isDeflated ? inflateRawSync(packed, { maxOutputLength: size + 1 }) : packed
    if (content.length === size) return content
  } catch {
    // A length beyond the one stated, or bytes that are no deflated ones.
  }
  throw broken()
}
