import type { ReadingsOf } from '../../sources/readings.ts'
import type { SkippedRow } from '../../sources/source.ts'
import { aliasesOf } from './choose.ts'
import { type AgencyInput, agencyRecord, type ServiceItemInput, serviceItemRecord } from './record.ts'

/** A page of the whole catalogue. `cursor` is whatever the source needs to find the page; null asks for the first. */
export interface CataloguePageRequest {
  readonly cursor: string | null
  readonly size: number
}

/** Items of one page; `next` null ends the list. */
export interface CataloguePage {
  readonly items: readonly ServiceItemInput[]
  readonly next: string | null
  /** How many rows the source says it has, for progress; a full synchronisation that sees fewer withdraws nothing. */
  readonly total: number | null
  /** Rows of the source on this page, when the source file left repeated ones out. @default `items` and `skipped` together */
  readonly rows?: number
  /** Rows that could not be read and were left out. */
  readonly skipped?: readonly SkippedRow[]
}

/** What changed since a mark that an earlier answer gave. */
export interface CatalogueChanges {
  readonly changed: readonly ServiceItemInput[]
  /** Codes of items that no longer exist. */
  readonly removed: readonly string[]
  readonly next: string | null
  /** Mark to pass as `since` next time; the last page's counts. */
  readonly mark: string
  /** Rows that could not be read and were left out. */
  readonly skipped?: readonly SkippedRow[]
}

/** What a source of service items offers (事项库). Batch first. */
export interface ItemsPort<Call> {
  page(request: CataloguePageRequest, call: Call): Promise<CataloguePage>
  /** Absent: every synchronisation is a full one. `since` null asks only for the current mark. */
  changes?(
    request: { readonly since: string | null; readonly cursor: string | null; readonly size: number },
    call: Call,
  ): Promise<CatalogueChanges>
  byCodes(codes: readonly string[], call: Call): Promise<readonly ServiceItemInput[]>
  agencies?(codes: readonly string[], call: Call): Promise<readonly AgencyInput[]>
}

/** @see ReadingsOf */
export const itemReadings: ReadingsOf<ItemsPort<never>> = {
  page: { kind: 'WHOLE', about: 'EVERYBODY', pages: 'LIST' },
  changes: { kind: 'WHOLE', about: 'EVERYBODY', pages: 'CHANGES' },
  byCodes: {
    kind: 'BATCH',
    about: 'EVERYBODY',
    keysOf: (codes) => codes,
    only: (_codes, keys) => keys,
    keyOf: ({ code }) => code,
    namesOf: aliasesOf,
    isRow: (row) => serviceItemRecord.safeParse(row).success,
  },
  agencies: {
    kind: 'BATCH',
    about: 'EVERYBODY',
    keysOf: (codes) => codes,
    only: (_codes, keys) => keys,
    keyOf: ({ code }) => code,
    isRow: (row) => agencyRecord.safeParse(row).success,
  },
}
