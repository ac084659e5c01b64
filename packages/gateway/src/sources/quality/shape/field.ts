import { learning } from './learning.ts'
import { type Kind, kindBits, type Observation, rootPath } from './observe.ts'
import { isArrangement, kindsIn, type PathShape } from './shape.ts'

/** A path while its shape is learned, with the run of replies in which it is not as it always was. */
export type Field = PathShape & { run: number; runPresent: number; runSince: Date | undefined }

/** The fields of an operation's replies by path. */
export type Fields = Map<string, Field>

/** A field as it was kept, without a run. */
export const fieldOf = (shape: PathShape): Field => ({ ...shape, run: 0, runPresent: 0, runSince: undefined })

/** A field met in the first replies. @param around - replies so far in which the object around it was there */
export function earlyField(path: string, bits: number, around: number): Field {
  const kinds = Object.fromEntries(kindsIn(bits).map((kind) => [kind, 1]))
  return fieldOf({ n: path === rootPath ? around + 1 : Math.max(1, around), present: 1, filled: bits ? 1 : 0, kinds })
}

/** Whether there is an object at a path, in which fields may be missing. The whole reply is in nothing, which is always there. */
export const hasObject = ({ paths }: Observation, path: string | undefined): boolean =>
  path === undefined || ((paths.get(path) ?? 0) & kindBits.OBJECT) !== 0

const isAlways = ({ n }: Field, count: number): boolean => n >= learning.settleAfter && count === n

/**
 * Whether a reply lacks what the field always had: a value, or at least the field.
 *
 * @param bits - what was found; undefined when the field is missing, 0 when it says nothing
 */
export const isMissed = (field: Field, bits: number | undefined): boolean =>
  isAlways(field, field.filled) ? !bits : isAlways(field, field.present) && bits === undefined

/** Counts a reply in which the field was not as always. @returns whether that has lasted */
export function miss(field: Field, isPresent: boolean, at: Date): boolean {
  field.run += 1
  field.runPresent += isPresent ? 1 : 0
  field.runSince ??= at
  return field.run >= learning.goneAfter
}

/** What was a run belongs to what is known: the field is not always so any more. */
export function endRun(field: Field): void {
  field.n += field.run
  field.present += field.runPresent
  field.run = 0
  field.runPresent = 0
  field.runSince = undefined
}

/** What was seen once may be a name of one reply only, and is not written down. */
export const worthKeeping = (fields: Fields): Record<string, PathShape> =>
  Object.fromEntries(
    [...fields].flatMap(([path, { n, present, filled, kinds }]) =>
      present > 1 || n < learning.settleAfter ? [[path, { n, present, filled, kinds: { ...kinds } }]] : [],
    ),
  )

const kindsOf = ({ kinds }: Field): Kind[] => kindsIn(0xff).filter((kind) => kinds[kind] !== undefined)

/** The types of value a field is known to have, `NUMBER|TEXT`. */
export const valueKinds = (field: Field): string =>
  kindsOf(field)
    .filter((kind) => !isArrangement(kind))
    .join('|')

/** Whether it is known as a list, a single value or both. */
export const arrangement = (field: Field): string => kindsOf(field).filter(isArrangement).join('|')
