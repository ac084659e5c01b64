import { lookThrough } from './deliveries/look-through.ts'
import type { DeliveryRules } from './deliveries/rules.ts'
import { withTaken } from './deliveries/taken.ts'
import { readMark, writeMark } from './mark.ts'
import type { Deliveries, FilesSince } from './requests.ts'
import type { FileIo, Room } from './room.ts'

/** Answers which files came since a mark. */
export async function filesSince(
  room: Room,
  rules: DeliveryRules,
  request: FilesSince,
  io: FileIo,
): Promise<Deliveries> {
  const { fresh, notes, mark, more } = await lookThrough(room, rules, readMark(request.mark), request.limit ?? 10, io)
  const taken = fresh.reduce((sum, { found, delivered }) => withTaken(sum, found, delivered.digest, rules), mark)
  return { files: fresh.map(({ delivered }) => delivered), ...notes, mark: writeMark(taken), more }
}
