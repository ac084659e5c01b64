import { createHash } from 'node:crypto'

// Authored data must be the same on every start: everything that looks random is a digest of a name.

const digest = (key: string): Buffer => createHash('sha256').update(key).digest()

/** The same UUID for the same name. */
export const stableUuid = (key: string): string => {
  const hex = digest(key).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The same whole number in [0, below) for the same name. */
export const stableNumber = (key: string, below: number): number => digest(key).readUInt32BE(0) % below

/** So many decimal digits, the same for the same name. */
export const stableDigits = (key: string, length: number): string =>
  [...digest(key)]
    .map((byte) => byte % 10)
    .join('')
    .slice(0, length)

/** The same entry of a list for the same name. */
export const stablePick = <T>(key: string, list: readonly T[]): T => entry(list, stableNumber(key, list.length))

/** The entry at a position, counted round and round; the list must not be empty. */
export const entry = <T>(list: readonly T[], position: number): T => {
  const found = list[position % list.length]
  if (found === undefined) throw new RangeError('The list of authored values is empty.')
  return found
}
