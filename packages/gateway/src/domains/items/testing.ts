import type { Authority } from '../../sources/directory.ts'
import type { Sourced } from '../../sources/source.ts'
import type { Store } from '../../store/store.ts'
import { silentLog } from '../../store/testing.ts'
import type { CityDirectory, Ports } from '../ports.ts'
import type { RequestContext } from '../request.ts'
import { tokenFrequencies } from './mirror/frequencies.ts'
import type { CataloguePage } from './port.ts'
import type { AgencyInput, ServiceItemInput } from './record.ts'
import { syncItems } from './sync/sync.ts'

export const testNow = () => new Date('2026-03-02T01:00:00Z')

/** A request of nobody in particular, with a memory of its own. */
export function testRequest(): RequestContext {
  const kept = new Map<object, unknown>()
  return {
    requestId: 'test',
    locale: 'zh-CN',
    caller: { kind: 'anonymous' },
    operator: null,
    signal: new AbortController().signal,
    deadline: Number.MAX_SAFE_INTEGER,
    once<Value>(key: object, create: () => Value): Value {
      if (!kept.has(key)) kept.set(key, create())
      return kept.get(key) as Value
    },
  }
}

/** An item with as little as an item needs. */
export const testItem = (code: string, name: string, more: Partial<ServiceItemInput> = {}): ServiceItemInput => ({
  code,
  name,
  type: 'PUBLIC_SERVICE',
  divisionCode: '330602000000',
  ...more,
})

/** A library that misbehaves as a test wants: the counterpart of a synchronisation, kept in an array. */
export class FakeLibrary {
  readonly calls: string[] = []
  items: ServiceItemInput[] = []
  agencies: AgencyInput[] = []
  changed: ServiceItemInput[] = []
  removed: string[] = []
  mark = 'm0'
  readonly id: string
  /** Changes a page before it is answered, or throws. */
  spoil: (page: CataloguePage, at: number) => CataloguePage = (page) => page
  refusedMarks = new Set<string>()
  onRefuse: () => Error = () => new Error('refused')

  constructor(id = 'library') {
    this.id = id
  }

  authority(): Authority<Ports['items']> {
    return {
      source: {
        id: this.id,
        title: this.id,
        covers: {},
        protocol: { kind: 'test', send: async () => null },
        ports: {},
      },
      port: {
        page: async ({ cursor, size }) => {
          this.calls.push('page')
          const at = Number(cursor ?? 0)
          const next = at + size < this.items.length ? String(at + size) : null
          return sourced(
            this.id,
            this.spoil({ items: this.items.slice(at, at + size), next, total: this.items.length }, at),
          )
        },
        changes: async ({ since }) => {
          this.calls.push('changes')
          if (since !== null && this.refusedMarks.has(since)) throw this.onRefuse()
          const [changed, removed] = since === null ? [[], []] : [this.changed, this.removed]
          return sourced(this.id, { changed, removed, next: null, mark: this.mark })
        },
        byCodes: async (codes) => {
          this.calls.push('byCodes')
          return sourced(
            this.id,
            this.items.filter(({ code }) => codes.includes(code)),
          )
        },
        agencies: async (codes) => {
          this.calls.push('agencies')
          return sourced(
            this.id,
            this.agencies.filter(({ code }) => codes.includes(code)),
          )
        },
      },
    }
  }
}

const sourced = <Value>(sourceId: string, value: Value): Sourced<Value> => ({
  value,
  provenance: { sourceId, fetchedAt: testNow().toISOString(), asOf: null, freshness: 'FRESH' },
})

/** A directory of such libraries; the first is authoritative for everything. */
export function directoryOf(...libraries: readonly FakeLibrary[]): CityDirectory {
  const authorities = libraries.map((library) => library.authority())
  const [first] = authorities
  const directory = {
    sources: authorities.map(({ source }) => source),
    byId: (id: string) => authorities.find(({ source }) => source.id === id)?.source,
    authority: () => first,
    require: () => first,
    offering: () => authorities,
    portOf: (_port: string, id: string) => authorities.find(({ source }) => source.id === id),
  }
  return directory as unknown as CityDirectory
}

/** The synchronisation of a store with such libraries. */
export const syncOf = (store: Store, directory: CityDirectory) =>
  syncItems({ store, directory, log: silentLog, now: testNow, frequencies: tokenFrequencies(store.db, testNow) })
