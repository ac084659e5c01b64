import { significantDigits } from '@tongban/schema'
import { covers, divisionPrefixes, filingKeys, lookupKeys } from './coverage.ts'
import type { Subject } from './directory.ts'
import type { Source } from './source.ts'

/** Sources of one port in one division, filed by what they are limited to. */
type Shelf = Map<string, Source[]>

/** Finds the most specific source for a subject in a number of steps that does not grow with the number of sources. */
export interface CoverageIndex {
  find(subject: Subject): Source | undefined
}

const file = (shelf: Shelf, source: Source): void => {
  for (const key of new Set(filingKeys(source.covers))) {
    const filed = shelf.get(key)
    if (filed) filed.push(source)
    else shelf.set(key, [source])
  }
}

const findOn = (shelf: Shelf, subject: Subject): Source | undefined => {
  for (const key of lookupKeys(subject, shelf)) {
    const found = shelf.get(key)?.find((source) => covers(source.covers, subject))
    if (found) return found
  }
  return undefined
}

/** Files the sources that offer one port. The narrower division wins, then the narrower matter, then the order of the configuration. */
export function indexCoverage(sources: readonly Source[]): CoverageIndex {
  const shelves = new Map<string, Shelf>()
  const shelf = (prefix: string): Shelf => {
    const known = shelves.get(prefix) ?? new Map()
    shelves.set(prefix, known)
    return known
  }
  for (const source of sources)
    for (const prefix of new Set(source.covers.divisions?.map(significantDigits) ?? [''])) file(shelf(prefix), source)
  const everywhere: Shelf = new Map()
  for (const source of sources) file(everywhere, source)

  return {
    find(subject) {
      if (subject.division === undefined) return findOn(everywhere, subject)
      for (const prefix of divisionPrefixes(subject.division)) {
        const known = shelves.get(prefix)
        const found = known && findOn(known, subject)
        if (found) return found
      }
      return undefined
    },
  }
}
