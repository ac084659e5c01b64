import { stablePick } from '../shared/stable.ts'

type Spell = (year: string, month: string, day: string) => string

// All of these stand in one payload of a real platform.
const spellings: readonly Spell[] = [
  (y, m, d) => `${y}-${m}-${d} 00:00:00`,
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}${m}${d}`,
  (y, m, d) => `${y}/${m}/${d}`,
]

const never = ['长期', '2099-12-31', '2099/12/31', ''] as const

/** Writes a date the way one of the connected departments would; the same for the same place. */
export const spellDate = (date: string | undefined, place: string): string => {
  const [year, month, day] = date?.split('-') ?? []
  if (!year || !month || !day) return stablePick(place, never)
  return stablePick(place, spellings)(year, month, day)
}
