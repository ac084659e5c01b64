import { addDays } from '@tongban/schema'
import { dueDays, type Expectation } from './expected-days.ts'
import { type Mark, readMark, type Taken, writeMark } from './mark.ts'
import type { OpenedFile } from './opened.ts'
import type { DeliveredFile, Deliveries, DeliveryNotes, FileFact, FilesSince } from './requests.ts'
import type { FileIo, Found, Room } from './room.ts'

/** How deliveries are told apart. */
export interface DeliveryRules {
  /** Late files and corrections are looked for so many days before the last one taken. @default 31 */
  readonly lookBackDays: number
  readonly expect?: Expectation
}

/** Which file a request found, as answers name it. */
export const factOf = ({ day, part, entry }: Found): FileFact => ({
  day,
  part,
  name: entry.name,
  size: entry.size,
  modifiedAt: new Date(entry.modifiedAt).toISOString(),
})

const sameSlot = (left: { day: string; part: number }, right: { day: string; part: number }): boolean =>
  left.day === right.day && left.part === right.part

/** The delivery that counts of each day and part: the last one that is whole. */
export const current = (found: readonly Found[]): readonly Found[] => [
  ...new Map(found.filter(({ isReady }) => isReady).map((one) => [`${one.day} ${one.part}`, one])).values(),
]

const takenOf = ({ day, part, entry }: Found, digest: string): Taken => ({ day, part, ...entry, digest })
const isTaken = (found: Found, taken: Taken | undefined): boolean =>
  taken?.name === found.entry.name && taken.size === found.entry.size && taken.modifiedAt === found.entry.modifiedAt

/** The mark after a delivery was taken; what is too old to be looked at again is forgotten. */
export function withTaken(mark: Mark, found: Found, digest: string, { lookBackDays }: DeliveryRules): Mark {
  const taken = [...mark.taken.filter((one) => !sameSlot(one, found)), takenOf(found, digest)]
  const floor = addDays(lastDay(taken), -lookBackDays)
  return {
    taken: taken.filter(({ day }) => day >= floor),
    gaps: mark.gaps.filter((day) => day >= floor),
    reading: null,
  }
}

/** The last day of which something was taken. */
export const lastDay = (taken: readonly Taken[]): string => days(taken).at(-1) ?? '0000-01-01'
const days = (taken: readonly Taken[]): readonly string[] => taken.map(({ day }) => day).toSorted()

/** A delivery that is new or corrected, and ready to be read. */
export interface Fresh {
  readonly found: Found
  readonly file: OpenedFile
  readonly delivered: DeliveredFile
}

/** Notes that grow while files are looked through. */
type Notes = { -readonly [Name in keyof DeliveryNotes]: DeliveryNotes[Name][number][] }

/** What looking through the files gave. */
export interface Look {
  readonly fresh: readonly Fresh[]
  readonly notes: DeliveryNotes
  /** The mark with everything taken that needs no reading. */
  readonly mark: Mark
  readonly more: boolean
}

const slotOf = ({ day, part }: Found) => ({ day, part })

/** Before this day nothing is looked at any more. */
const floorOf = ({ taken }: Mark, { lookBackDays }: DeliveryRules): string =>
  taken.length > 0 ? addDays(lastDay(taken), -lookBackDays) : ''

function gapsOf(
  mark: Mark,
  found: readonly Found[],
  rules: DeliveryRules,
  until: string | undefined,
  now: Date,
): string[] {
  const { expect } = rules
  const begin = expect?.from ?? days(mark.taken)[0]
  if (!expect || begin === undefined) return []
  const floor = floorOf(mark, rules)
  const known = new Set([...mark.taken, ...found].map(({ day }) => day))
  const [, first = begin] = [begin, floor].toSorted()
  return dueDays(expect, first, until, now).filter((day) => !known.has(day) && !mark.gaps.includes(day))
}

/** Keeps what looking through the files brings to light. */
function createLook(before: Mark, rules: DeliveryRules) {
  const fresh: Fresh[] = []
  const notes: Notes = { gaps: [], duplicates: [], notReady: [], broken: [] }
  // Without what is fresh, and with it.
  let mark = before
  let seen = before
  const note = (one: Found, file: OpenedFile, change: DeliveredFile['change']): void => {
    const isLate = one.day < lastDay(seen.taken)
    fresh.push({
      found: one,
      file,
      delivered: { ...factOf(one), digest: file.digest, total: file.total, change, isLate },
    })
  }
  return {
    fresh,
    notes,
    wait: (one: Found) => void notes.notReady.push(slotOf(one)),
    judge(one: Found, file: OpenedFile): void {
      const previous = seen.taken.find((taken) => sameSlot(taken, one))
      const twin = previous?.digest === file.digest ? previous : seen.taken.find(({ digest }) => digest === file.digest)
      if (twin) notes.duplicates.push({ ...slotOf(one), of: twin.day })
      if (twin && twin === previous) mark = withTaken(mark, one, file.digest, rules)
      else note(one, file, previous ? 'REPLACED' : 'NEW')
      seen = withTaken(seen, one, file.digest, rules)
    },
    finish(found: readonly Found[], more: boolean, now: Date): Look {
      const gaps = gapsOf(seen, found, rules, more ? fresh.at(-1)?.delivered.day : undefined, now)
      return { fresh, notes: { ...notes, gaps }, mark: { ...mark, gaps: [...mark.gaps, ...gaps] }, more }
    },
  }
}

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
