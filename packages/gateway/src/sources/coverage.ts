import { significantDigits } from '@tongban/schema'
import type { Subject } from './directory.ts'
import type { Coverage } from './source.ts'

const allows = (prefixes: readonly string[] | undefined, value: string | undefined): boolean =>
  prefixes === undefined || value === undefined || prefixes.some((prefix) => value.startsWith(prefix))

/** Whether a source covers a subject. What the subject does not name does not exclude anything. */
export const covers = (coverage: Coverage, subject: Subject): boolean =>
  allows(coverage.divisions?.map(significantDigits), subject.division) &&
  (coverage.itemTypes === undefined ||
    subject.itemType === undefined ||
    coverage.itemTypes.includes(subject.itemType)) &&
  allows(coverage.itemCodes, subject.itemCode) &&
  allows(coverage.certificateTypes, subject.certificateType)

/** Keys under which a coverage is filed: those of its narrowest list and `*` for that kind of list, or `any`. */
export function filingKeys({ itemCodes, certificateTypes, itemTypes }: Coverage): readonly string[] {
  if (itemCodes) return ['code:*', ...itemCodes.map((code) => `code:${code}`)]
  if (certificateTypes) return ['certificate:*', ...certificateTypes.map((type) => `certificate:${type}`)]
  return itemTypes ? ['type:*', ...itemTypes.map((type) => `type:${type}`)] : ['any']
}

const prefixesOf = (value: string): string[] => Array.from(value, (_, index) => value.slice(0, value.length - index))

/** What is filed somewhere, by key. */
interface Filed {
  has(key: string): boolean
}

/**
 * Keys under which coverages of a subject may be filed, the most specific first. Last come sources that are limited in a
 * way the subject says nothing about: when nobody is in charge of all of it, whoever is in charge of some may answer.
 *
 * @param filed - a code has as many prefixes as characters; they are listed only where something is filed by prefixes
 */
export const lookupKeys = ({ itemCode, certificateType, itemType }: Subject, filed: Filed): readonly string[] => [
  ...(filed.has('code:*') ? prefixesOf(itemCode ?? '').map((code) => `code:${code}`) : []),
  ...(filed.has('certificate:*') ? prefixesOf(certificateType ?? '').map((type) => `certificate:${type}`) : []),
  ...(itemType === undefined ? [] : [`type:${itemType}`]),
  'any',
  ...(itemType === undefined ? ['type:*'] : []),
  ...(certificateType === undefined ? ['certificate:*'] : []),
  ...(itemCode === undefined ? ['code:*'] : []),
]

/** Leading digits of a division, the longest first, ending with none: the whole country. */
export const divisionPrefixes = (division: string): readonly string[] => [...prefixesOf(division), '']
