import { closest, distance } from 'fastest-levenshtein'

/** How many letters may differ in a slip; beyond that, or half of a short word, it is another word. */
const maxSlips = 3

/** What was probably meant by a name that is not known, or else the names that are. */
export function hintAt(name: string, known: readonly string[]): string {
  const meant = closest(name, known)
  return distance(name, meant) <= Math.min(maxSlips, name.length / 2)
    ? `did you mean "${meant}"?`
    : `known: ${known.join(', ')}`
}
