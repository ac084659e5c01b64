import type { FileFact } from './requests.ts'
import type { Found } from './room.ts'

/** Which file a request found, as answers name it. */
export const factOf = ({ day, part, entry }: Found): FileFact => ({
  day,
  part,
  name: entry.name,
  size: entry.size,
  modifiedAt: new Date(entry.modifiedAt).toISOString(),
})

/** The day and part a file is for, without the file. */
export const slotOf = ({ day, part }: Found) => ({ day, part })

/** Whether both are for the same part of the same day. */
export const sameSlot = (left: { day: string; part: number }, right: { day: string; part: number }): boolean =>
  left.day === right.day && left.part === right.part

/** The delivery that counts of each day and part: the last one that is whole. */
export const current = (found: readonly Found[]): readonly Found[] => [
  ...new Map(found.filter(({ isReady }) => isReady).map((one) => [`${one.day} ${one.part}`, one])).values(),
]
