import { sourceFailure } from '../../failures.ts'
import { current, factOf, slotOf } from './found.ts'
import { readCursor, writeCursor } from './mark.ts'
import type { ReadFile, RowsPage } from './requests.ts'
import { aboutFile, type FileIo, type Found, type Room } from './room.ts'
import { pageOf, replaced, sameFile, sizeOf } from './same-file.ts'

async function firstFile(room: Room, { day, part = 1 }: ReadFile, found: readonly Found[], io: FileIo) {
  const one = current(found)
    .filter((candidate) => candidate.part === part && (day === undefined || candidate.day === day))
    .at(-1)
  const slot = { day: day ?? 'any day', part }
  if (!one)
    throw aboutFile(room.name.text, slot, sourceFailure('TB_SOURCE_REFUSED', { detail: 'no file that is whole' }))
  const opened = await room.open(one, io)
  if (opened.state === 'BROKEN') throw opened.failure
  if (opened.state === 'NOT_READY')
    throw aboutFile(room.name.text, one, sourceFailure('TB_SOURCE_REFUSED', { detail: 'the file is not whole yet' }))
  return { one, file: opened.file }
}

/**
 * Answers a page of one file.
 *
 * @throws TongbanError `TB_SOURCE_REFUSED` when there is no whole file, or it was replaced since the cursor was given
 */
export async function readFile(room: Room, request: ReadFile, io: FileIo): Promise<RowsPage> {
  const found = await room.scan(io)
  const cursor = request.cursor ? readCursor(request.cursor) : null
  const chosen = cursor ? await sameFile(room, cursor, found, io) : await firstFile(room, request, found, io)
  if (!chosen) throw replaced(room, cursor ?? { day: '', part: 1 })
  const { one, file } = chosen
  const { rows, skipped, next } = await pageOf(room, one, file, cursor, sizeOf(request), io)
  const { digest, total } = file
  const slot = { ...slotOf(one), digest }
  return { rows, skipped, next: next && writeCursor({ ...slot, ...next }), total, file: { ...factOf(one), digest } }
}
