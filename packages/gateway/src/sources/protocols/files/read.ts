import { sourceFailure } from '../../failures.ts'
import { lookThrough } from './deliveries/look-through.ts'
import type { DeliveryRules } from './deliveries/rules.ts'
import { lastDay, withTaken } from './deliveries/taken.ts'
import { current, factOf } from './found.ts'
import { type Cursor, type Mark, readCursor, readMark, writeCursor, writeMark } from './mark.ts'
import type { FilePage, OpenedFile, Position } from './opened.ts'
import type { DeliveredRows, DeliveryNotes, FileList, ListFiles, NextRows, ReadFile, RowsPage } from './requests.ts'
import { aboutFile, type FileIo, type Found, type Room } from './room.ts'

/** Answers which files are there, by day. */
export async function listFiles(
  room: Room,
  { from = '', to = '9999-12-31' }: ListFiles,
  io: FileIo,
): Promise<FileList> {
  const found = await room.scan(io)
  const counting = new Set(current(found))
  const files = found
    .filter(({ day }) => day >= from && day <= to)
    .map((one) => ({
      ...factOf(one),
      state: !one.isReady ? ('NOT_READY' as const) : counting.has(one) ? ('READY' as const) : ('SUPERSEDED' as const),
    }))
  return { files }
}

const replaced = (room: Room, slot: { day: string; part: number }) =>
  aboutFile(
    room.name.text,
    slot,
    sourceFailure('TB_SOURCE_REFUSED', { detail: 'replaced while it was read; read it from its start' }),
  )

/** A page of a file that is the same before and after: nothing of a file that is overwritten meanwhile gets through. */
async function pageOf(
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
async function sameFile(room: Room, cursor: Cursor, found: readonly Found[], io: FileIo) {
  for (const one of found.filter(({ day, part }) => day === cursor.day && part === cursor.part).toReversed()) {
    const opened = await room.open(one, io)
    if (opened.state === 'OPEN' && opened.file.digest === cursor.digest) return { one, file: opened.file }
  }
  return undefined
}

const sizeOf = ({ size = 1_000 }: { readonly size?: number }): number => Math.max(1, Math.floor(size))

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
  const slot = { day: one.day, part: one.part, digest }
  return { rows, skipped, next: next && writeCursor({ ...slot, ...next }), total, file: { ...factOf(one), digest } }
}

const quiet: DeliveryNotes = { gaps: [], duplicates: [], notReady: [], broken: [] }

/** The file that is being read, when it is still the same. */
async function underway(room: Room, mark: Mark, io: FileIo) {
  const chosen = mark.reading && (await sameFile(room, mark.reading, await room.scan(io), io))
  if (!chosen || !mark.reading) return undefined
  const previous = mark.taken.find(({ day, part }) => day === chosen.one.day && part === chosen.one.part)
  const { digest, total } = chosen.file
  const change = previous ? ('REPLACED' as const) : ('NEW' as const)
  const delivered = { ...factOf(chosen.one), digest, total, change, isLate: chosen.one.day < lastDay(mark.taken) }
  return { found: chosen.one, file: chosen.file, delivered }
}

/**
 * Answers the next rows of everything that came since a mark, file after file. A file that is replaced while it is read is read
 * again from its start, so its rows may come twice.
 */
export async function nextRows(
  room: Room,
  rules: DeliveryRules,
  request: NextRows,
  io: FileIo,
): Promise<DeliveredRows> {
  const before = readMark(request.mark)
  const begun = await underway(room, before, io)
  const look = begun ? undefined : await lookThrough(room, rules, { ...before, reading: null }, 1, io)
  const fresh = begun ?? look?.fresh[0]
  const mark = look?.mark ?? before
  const notes = look?.notes ?? quiet
  if (!fresh) return { rows: [], skipped: [], file: null, ...notes, mark: writeMark(mark), more: false }
  const { found, file, delivered } = fresh
  const { rows, skipped, next } = await pageOf(room, found, file, begun ? before.reading : null, sizeOf(request), io)
  const { day, part, digest } = delivered
  const after = next ? { ...mark, reading: { day, part, digest, ...next } } : withTaken(mark, found, digest, rules)
  // After the last page only another look can tell whether there is more; it costs one listing.
  return { rows, skipped, file: delivered, ...notes, mark: writeMark(after), more: true }
}
