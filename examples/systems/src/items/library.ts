import { type Item, items, retiredItems } from '../city/item.ts'
import { type Clock, compactTime, plusDays, shanghaiDate } from '../shared/clock.ts'
import { type Keeping, nothingKept } from '../shared/keeping.ts'
import { stableNumber } from '../shared/stable.ts'
import type { StoredEntry } from './stored-entry.ts'

/** One version of an item as the library holds it. */
export interface Entry {
  readonly item: Item
  readonly name: string
  readonly version: number
  readonly state: '1' | '3'
  readonly operation: 'I' | 'U' | 'D'
  /** `yyyyMMddHHmmss`. */
  readonly changedAt: string
  /** Nineteen digits, rising with every change: does not fit a JavaScript number. */
  readonly seq: string
  readonly cancelDate: string
}

/** The item library's store: current versions, and changes in order. */
export interface Library {
  /** Items in use, ordered by handling code. */
  current(): readonly Entry[]
  /** By 33-character code, or all handling items of a 31-character code; withdrawn ones included. */
  byCode(code: string): readonly Entry[]
  /** Entries whose last change came after this sequence number, oldest first. */
  since(seq: string): readonly Entry[]
  /** Present versions of the items that were revised or withdrawn since the first start. */
  changed(): readonly Entry[]
  revise(handleCode: string, change: { readonly name?: string | undefined }): Entry
  withdraw(handleCode: string): Entry
}

const cancelDates = ['', '', '长期', '2099-12-31'] as const

const firstEntry = (item: Item, withdrawn: boolean): Entry => {
  const day = withdrawn ? '2025-03-01' : plusDays(item.effectiveDate, -stableNumber(item.handleCode, 20))
  return {
    item,
    name: item.template.name,
    version: item.version,
    state: withdrawn ? '3' : '1',
    operation: withdrawn ? 'D' : item.version === 1 ? 'I' : 'U',
    changedAt: `${day.replaceAll('-', '')}${100_000 + stableNumber(`time ${item.handleCode}`, 60)}`,
    seq: '',
    cancelDate: withdrawn ? '2025-03-01 00:00:00' : (cancelDates[stableNumber(item.handleCode, 4)] ?? ''),
  }
}

const withSequence = (entries: readonly Entry[]): Entry[] =>
  entries
    .toSorted((a, b) => a.changedAt.localeCompare(b.changedAt) || a.item.handleCode.localeCompare(b.item.handleCode))
    .map((entry, index) => ({ ...entry, seq: entry.changedAt + String(index + 1).padStart(5, '0') }))

const byHandleCode = (a: Entry, b: Entry): number => (a.item.handleCode < b.item.handleCode ? -1 : 1)

export const createLibrary = (clock: Clock, { restored, changed }: Keeping<StoredEntry> = nothingKept): Library => {
  const seeded = [
    ...items.map((item) => firstEntry(item, false)),
    ...retiredItems.map((item) => firstEntry(item, true)),
  ]
  const entries = new Map(withSequence(seeded).map((entry) => [entry.item.handleCode, entry]))
  const touched = new Set<string>()
  const put = (entry: Entry): void => {
    entries.set(entry.item.handleCode, entry)
    touched.add(entry.item.handleCode)
  }
  for (const { handleCode, ...kept } of restored) {
    const seededEntry = entries.get(handleCode)
    if (seededEntry) put({ ...seededEntry, ...kept })
  }
  let serial = entries.size
  let latest = [...entries.values()].reduce((max, { seq }) => (seq > max ? seq : max), '')

  const nextSeq = (changedAt: string): string => {
    serial += 1
    const wanted = changedAt + String(serial % 100_000).padStart(5, '0')
    latest = wanted > latest ? wanted : String(BigInt(latest) + 1n)
    return latest
  }

  const change = (handleCode: string, next: (old: Entry) => Partial<Entry>): Entry => {
    const old = entries.get(handleCode)
    if (!old) throw new TypeError(`No item ${handleCode}.`)
    const changedAt = compactTime(clock())
    const entry = { ...old, version: old.version + 1, changedAt, ...next(old), seq: nextSeq(changedAt) }
    put(entry)
    changed()
    return entry
  }

  return {
    current: () => [...entries.values()].filter(({ state }) => state === '1').toSorted(byHandleCode),
    byCode: (code) => {
      const exact = entries.get(code)
      return exact ? [exact] : [...entries.values()].filter(({ item }) => item.taskCode === code)
    },
    since: (seq) =>
      [...entries.values()]
        .filter((entry) => entry.seq > seq.padStart(19, '0'))
        .toSorted((a, b) => (a.seq < b.seq ? -1 : 1)),
    changed: () => [...touched].flatMap((handleCode) => entries.get(handleCode) ?? []),
    revise: (handleCode, { name }) =>
      change(handleCode, (old) => ({ name: name ?? old.name, operation: 'U', state: '1' })),
    withdraw: (handleCode) =>
      change(handleCode, () => ({ state: '3', operation: 'D', cancelDate: `${shanghaiDate(clock())} 00:00:00` })),
  }
}
