import { divisionLines } from '../../generated/divisions.ts'
import { type WithdrawnDivision, withdrawnDivisions, youngerDivisions } from './withdrawn.ts'

/** Names of the divisions in force by six-digit code. Built on first use: most users of this package never need it. */
export const currentNames: () => ReadonlyMap<string, string> = once(
  () => new Map([...divisionLines.split('\n').map(readLine), ...youngerDivisions.map(toEntry)].filter(notWithdrawn)),
)

/** Withdrawn codes by code. */
export const withdrawnByCode: () => ReadonlyMap<string, WithdrawnDivision> = once(
  () => new Map(withdrawnDivisions.map((division) => [division.code, division])),
)

type Entry = readonly [code: string, name: string]

const readLine = (line: string): Entry => [line.slice(0, 6), line.slice(6)]
const toEntry = ({ code, name }: { code: string; name: string }): Entry => [code, name]
const notWithdrawn = ([code]: Entry): boolean => !withdrawnByCode().has(code)

/** Makes a value on first use and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
