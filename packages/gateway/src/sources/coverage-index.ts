import { significantDigits } from '@tongban/schema'
import { covers, divisionPrefixes, filingKeys, lookupKeys } from './coverage.ts'
import type { Subject } from './directory.ts'
import type { Source } from './source.ts'

/** Sources of one port in one division, filed by what they are limited to. */
type Shelf = Map<string, Source[]>

/** Finds the most specific source for a subject in a number of steps that does not grow with the number of sources. */
export interface CoverageIndex {
  find(subject: Subject): Source | undefined
  /** All that cover it: the closest first, then the higher precedence, then the order of the configuration. */
  all(subject: Subject): readonly Source[]
  /** Sources that are filed in one place, so that nothing but their order tells who comes first. */
  together(): Iterable<{ readonly division: string; readonly matter: string; readonly sources: readonly Source[] }>
}

const file = (shelf: Shelf, source: Source): void => {
  for (const key of new Set(filingKeys(source.covers))) {
    const filed = shelf.get(key)
    if (filed) filed.push(source)
    else shelf.set(key, [source])
  }
}

function* onShelf(shelf: Shelf, subject: Subject): Iterable<Source> {
  for (const key of lookupKeys(subject, shelf))
    for (const source of shelf.get(key) ?? []) if (covers(source.covers, subject)) yield source
}

/** Files the sources that offer one port. The narrower division wins, then the narrower matter, then precedence and order. */
export function indexCoverage(sources: readonly Source[]): CoverageIndex {
  // Sorting is stable: equals stay in the order of the configuration.
  const ordered = sources.toSorted((one, other) => (other.precedence ?? 0) - (one.precedence ?? 0))
  const shelves = new Map<string, Shelf>()
  const shelf = (prefix: string): Shelf => {
    const known = shelves.get(prefix) ?? new Map()
    shelves.set(prefix, known)
    return known
  }
  for (const source of ordered)
    for (const prefix of new Set(source.covers.divisions?.map(significantDigits) ?? [''])) file(shelf(prefix), source)
  const everywhere: Shelf = new Map()
  for (const source of ordered) file(everywhere, source)

  function* covering(subject: Subject): Iterable<Source> {
    if (subject.division === undefined) {
      yield* onShelf(everywhere, subject)
      return
    }
    for (const prefix of divisionPrefixes(subject.division)) {
      const known = shelves.get(prefix)
      if (known) yield* onShelf(known, subject)
    }
  }

  return {
    find(subject) {
      for (const source of covering(subject)) return source
      return undefined
    },
    all: (subject) => [...new Set(covering(subject))],
    *together() {
      for (const [division, known] of shelves)
        for (const [matter, filed] of known)
          if (filed.length > 1 && !matter.endsWith(':*')) yield { division, matter, sources: filed }
    },
  }
}
