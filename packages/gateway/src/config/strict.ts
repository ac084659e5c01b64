import { closest, distance } from 'fastest-levenshtein'
import { z } from 'zod'

/** How many letters may differ in a slip; beyond that, or half of a short word, it is another word. */
const maxSlips = 3

/**
 * An object that may hold these fields and no others: an unknown one is a slip that would silently leave a default in force.
 *
 * @param fault - what to say when the value is no object
 */
export const strict = <Shape extends z.core.$ZodLooseShape>(shape: Shape, fault?: string) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? unknownField(issue.keys, Object.keys(shape)) : fault),
  })

function unknownField(found: readonly string[], known: readonly string[]): string {
  const [name = ''] = found
  const meant = closest(name, known)
  return distance(name, meant) <= Math.min(maxSlips, name.length / 2)
    ? `there is no such field; did you mean "${meant}"?`
    : `there is no such field; known: ${known.join(', ')}`
}
