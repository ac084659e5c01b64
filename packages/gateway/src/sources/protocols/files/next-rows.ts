import { lookThrough } from './deliveries/look-through.ts'
import type { DeliveryRules } from './deliveries/rules.ts'
import { lastDay, withTaken } from './deliveries/taken.ts'
import { factOf, sameSlot } from './found.ts'
import { type Mark, readMark, writeMark } from './mark.ts'
import type { DeliveredRows, DeliveryNotes, NextRows } from './requests.ts'
import type { FileIo, Room } from './room.ts'
import { pageOf, sameFile, sizeOf } from './same-file.ts'

const quiet: DeliveryNotes = { gaps: [], duplicates: [], notReady: [], broken: [] }

/** The file that is being read, when it is still the same. */
async function underway(room: Room, mark: Mark, io: FileIo) {
  const chosen = mark.reading && (await sameFile(room, mark.reading, await room.scan(io), io))
  if (!chosen || !mark.reading) return undefined
  const previous = mark.taken.find((taken) => sameSlot(taken, chosen.one))
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
