import { factOf, sameSlot, slotOf } from '../found.ts'
import type { Mark } from '../mark.ts'
import type { OpenedFile } from '../opened.ts'
import type { DeliveredFile, DeliveryNotes } from '../requests.ts'
import type { Found } from '../room.ts'
import { gapsOf } from './gaps.ts'
import type { DeliveryRules } from './rules.ts'
import { lastDay, withTaken } from './taken.ts'

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

/** Keeps what looking through the files brings to light. */
export function createLook(before: Mark, rules: DeliveryRules) {
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
