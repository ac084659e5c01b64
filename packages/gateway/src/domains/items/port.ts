import type { AgencyInput, ServiceItemInput } from './record.ts'

/** A page of the whole catalogue. `cursor` is whatever the source needs to find the page; null asks for the first. */
export interface CataloguePageRequest {
  readonly cursor: string | null
  readonly size: number
}

/** Items of one page; `next` null ends the list. */
export interface CataloguePage {
  readonly items: readonly ServiceItemInput[]
  readonly next: string | null
  /** How many the source says it has, for progress. */
  readonly total: number | null
}

/** What changed since a mark that an earlier answer gave. */
export interface CatalogueChanges {
  readonly changed: readonly ServiceItemInput[]
  /** Codes of items that no longer exist. */
  readonly removed: readonly string[]
  readonly next: string | null
  /** Mark to pass as `since` next time; the last page's counts. */
  readonly mark: string
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
