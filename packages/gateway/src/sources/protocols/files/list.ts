import { current, factOf } from './found.ts'
import type { FileList, ListFiles } from './requests.ts'
import type { FileIo, Room } from './room.ts'

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
