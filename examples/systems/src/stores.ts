import { type Archive, createArchive } from './approvals/archive.ts'
import { createOfficeItems, type OfficeItems } from './approvals/office-item.ts'
import { packCase, unpackCase } from './approvals/stored-case.ts'
import { createIssuer } from './certificates/issue.ts'
import { createRegistry, type Registry } from './certificates/registry.ts'
import { packCertificate, unpackCertificate } from './certificates/stored-certificate.ts'
import { createLibrary, type Library } from './items/library.ts'
import { packEntry } from './items/stored-entry.ts'
import type { Clock } from './shared/clock.ts'
import { createSaver } from './state/saver.ts'
import { emptyState, type SystemsState, type WrittenState } from './state/state.ts'
import { openStateFile, type Report } from './state/state-file.ts'

/** What the systems know: all of their data, without the servers in front of it. */
export interface Stores {
  readonly library: Library
  readonly registry: Registry
  readonly items: OfficeItems
  readonly archive: Archive
}

export interface StoresOptions {
  readonly clock: Clock
  readonly otherItems: (code: string) => boolean
  /** Folder the stores are kept in; undefined = nothing is kept. */
  readonly stateDir: string | undefined
  readonly report: Report
}

/** Open stores; `close` keeps what is not kept yet. */
export interface OpenStores extends Stores {
  close(): Promise<void>
}

const createStores = (
  { clock, otherItems }: StoresOptions,
  restored: SystemsState = emptyState,
  changed = () => {},
): Stores => {
  const library = createLibrary(clock, { restored: restored.items, changed })
  const registry = createRegistry({ restored: restored.certificates.map(unpackCertificate), changed })
  const items = createOfficeItems(library, otherItems)
  const cases = restored.cases.map((stored) => unpackCase(stored, items))
  const around = { clock, registry, issue: createIssuer(registry, clock) }
  return { library, registry, items, archive: createArchive(around, { restored: cases, changed }) }
}

const stateOf = ({ library, registry, archive }: Stores): WrittenState => ({
  ...emptyState,
  items: library.changed().map(packEntry),
  certificates: registry.issued().map(packCertificate),
  cases: archive.all().map(packCase),
})

/** Opens the stores as they were left, or as they are at the first start. */
export const openStores = async (options: StoresOptions): Promise<OpenStores> => {
  const { stateDir, clock, report } = options
  if (stateDir === undefined) return { ...createStores(options), close: async () => {} }
  const file = await openStateFile(stateDir, clock, report)
  const saver = createSaver({ save: () => file.write(stateOf(stores)), report })
  const stores = createStores(options, await file.read(), saver.changed)
  return { ...stores, close: saver.close }
}
