import { sourceFailure } from '../../failures.ts'
import { sameSlot } from './found.ts'
import type { Cursor } from './mark.ts'
import type { FilePage, OpenedFile, Position } from './opened.ts'
import { aboutFile, type FileIo, type Found, type Room } from './room.ts'

/** A file became another one between two pages. */
export const replaced = (room: Room, slot: { day: string; part: number }) =>
  aboutFile(
    room.name.text,
    slot,
    sourceFailure('TB_SOURCE_REFUSED', { detail: 'replaced while it was read; read it from its start' }),
  )

/** A page of a file that is the same before and after: nothing of a file that is overwritten meanwhile gets through. */
export async function pageOf(
  room: Room,
  found: Found,
  file: OpenedFile,
  from: Position | null,
  size: number,
  io: FileIo,
): Promise<FilePage> {
  const page = await file.page(from, size, io.signal)
  if (await room.isSame(found.entry, io)) return page
  throw replaced(room, found)
}

/** The file a cursor was given for, whatever name and time it has now; undefined when another one is in its place. */
export async function sameFile(room: Room, cursor: Cursor, found: readonly Found[], io: FileIo) {
  for (const one of found.filter((candidate) => sameSlot(candidate, cursor)).toReversed()) {
    const opened = await room.open(one, io)
    if (opened.state === 'OPEN' && opened.file.digest === cursor.digest) return { one, file: opened.file }
  }
  return undefined
}

/** How many rows a page has. */
export const sizeOf = ({ size = 1_000 }: { readonly size?: number }): number => Math.max(1, Math.floor(size))
