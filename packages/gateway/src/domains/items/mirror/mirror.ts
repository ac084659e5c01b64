import type { Store } from '../../../store/store.ts'
import type { Catalogue } from '../catalogue.ts'
import type { TokenFrequencies } from './frequencies.ts'
import { listItems } from './list.ts'
import { readAgencies, readItems, readVersion } from './read.ts'

/** The catalogue as it was last synchronised: searchable, and there when a source is not. */
export const mirrorCatalogue = ({ db }: Store, frequencies: TokenFrequencies): Catalogue => ({
  items: (keys) => readItems(db, keys),
  earlier: (code, version) => readVersion(db, code, version),
  agencies: (keys) => readAgencies(db, keys),
  list: (args) => listItems(db, frequencies, args),
})
