import { current, slotOf } from '../found.ts'
import type { Mark } from '../mark.ts'
import type { FileIo, Room } from '../room.ts'
import { createLook, type Look } from './look.ts'
import type { DeliveryRules } from './rules.ts'
import { floorOf, isTaken } from './taken.ts'

/**
 * Looks through what came since a mark: at most `limit` deliveries that are new or corrected, in the order of their days; the
 * same content delivered again, what is not whole yet and what cannot be read are noted.
 */
export async function lookThrough(
  room: Room,
  rules: DeliveryRules,
  before: Mark,
  limit: number,
  io: FileIo,
): Promise<Look> {
  const floor = floorOf(before, rules)
  const found = (await room.scan(io)).filter(({ day }) => day >= floor)
  const look = createLook(before, rules)
  const known = new Map(before.taken.map((one) => [`${one.day} ${one.part}`, one]))
  found.filter(({ isReady }) => !isReady).forEach(look.wait)
  for (const one of current(found)) {
    if (isTaken(one, known.get(`${one.day} ${one.part}`))) continue
    if (look.fresh.length >= limit) return look.finish(found, true, io.now())
    const opened = await room.open(one, io)
    if (opened.state === 'OPEN') look.judge(one, opened.file)
    else if (opened.state === 'NOT_READY') look.wait(one)
    else look.notes.broken.push({ ...slotOf(one), reason: String(opened.failure.params.detail ?? opened.failure.code) })
  }
  return look.finish(found, false, io.now())
}
