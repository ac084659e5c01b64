import { anonymous } from '../../access/caller.ts'
import { connectSources } from '../../sources/connect.ts'
import type { Source } from '../../sources/source.ts'
import type { Store } from '../../store/store.ts'
import { silentLog } from '../../store/testing.ts'
import { type CityDirectory, defineSource, type Ports } from '../ports.ts'
import { testContext } from '../testing.ts'
import { tokenFrequencies } from './mirror/frequencies.ts'
import type { CatalogueChanges, CataloguePage } from './port.ts'
import type { AgencyInput, ServiceItemInput } from './record.ts'
import { syncItems } from './sync/sync.ts'

export const testNow = () => new Date('2026-03-02T01:00:00Z')

/** A request of nobody in particular, with a memory of its own. */
export const testRequest = () => testContext({ caller: anonymous })

/** An item with as little as an item needs. */
export const testItem = (code: string, name: string, more: Partial<ServiceItemInput> = {}): ServiceItemInput => ({
  code,
  name,
  type: 'PUBLIC_SERVICE',
  state: 'IN_USE',
  divisionCode: '330602000000',
  ...more,
})

/** A library in memory that misbehaves as a test wants: the counterpart of a synchronisation. */
export class FakeLibrary {
  readonly id: string
  readonly divisions: readonly string[]
  /** Operations in the order they were asked for. */
  readonly calls: string[] = []
  items: ServiceItemInput[] = []
  agencies: AgencyInput[] = []
  /** What changed since any mark. */
  changes: Pick<CatalogueChanges, 'changed' | 'removed'> = { changed: [], removed: [] }
  mark = 'm0'
  /** Changes a page before it is answered, or throws. */
  spoilPage: (page: CataloguePage) => CataloguePage = (page) => page
  /** Looks at a mark before changes are answered; may throw. */
  checkMark: (since: string) => void = () => {}

  constructor(id = 'library', divisions: readonly string[] = ['33']) {
    this.id = id
    this.divisions = divisions
  }

  page(cursor: string | null, size: number): CataloguePage {
    const at = Number(cursor ?? 0)
    const next = at + size < this.items.length ? String(at + size) : null
    return this.spoilPage({ items: this.items.slice(at, at + size), next, total: this.items.length })
  }

  changesSince(since: string | null): CatalogueChanges {
    if (since !== null) this.checkMark(since)
    const since0 = since === null ? { changed: [], removed: [] } : this.changes
    return { ...since0, next: null, mark: this.mark }
  }

  source(): Source {
    return defineSource({
      id: this.id,
      title: this.id,
      covers: { divisions: this.divisions },
      protocol: { kind: 'memory', send: async () => null },
      items: this.port(),
    })
  }

  private port(): Ports['items'] {
    const called = (operation: string) => this.calls.push(operation)
    return {
      page: async ({ cursor, size }) => {
        called('page')
        return this.page(cursor, size)
      },
      changes: async ({ since }) => {
        called('changes')
        return this.changesSince(since)
      },
      byCodes: async (codes) => {
        called('byCodes')
        return this.items.filter(({ code }) => codes.includes(code))
      },
      agencies: async (codes) => {
        called('agencies')
        return this.agencies.filter(({ code }) => codes.includes(code))
      },
    }
  }
}

/** Such libraries as the connected sources of a gateway. */
export const connected = (...libraries: readonly FakeLibrary[]) =>
  connectSources<Ports>(
    libraries.map((library) => library.source()),
    { log: silentLog, metrics: { sourceCall() {} }, now: testNow },
  )

/** A directory of such libraries. */
export const directoryOf = (...libraries: readonly FakeLibrary[]): CityDirectory => connected(...libraries).directory

/** The synchronisation of a store with such libraries, as a gateway that has just started. */
export const syncOf = (store: Store, ...libraries: readonly FakeLibrary[]) =>
  syncItems({
    store,
    directory: directoryOf(...libraries),
    log: silentLog,
    now: testNow,
    frequencies: tokenFrequencies(store.db, testNow),
  })
