import type { RequestContext } from '../request.ts'
import type { AgencyEntity, ItemEntity } from './record.ts'

/** What other domains may ask of the catalogue. */
export interface ItemsService {
  /**
   * The item with this code (task, handling-item, local or catalogue code), or null.
   *
   * @throws TongbanError `TB_ITEM_AMBIGUOUS` when a catalogue code is handled in several places and no division is given,
   * `TB_HANDLING_ITEM_AMBIGUOUS` when a division has several handling items of it
   */
  byCode(code: string, division: string | null, context: RequestContext): Promise<ItemEntity | null>
  /** The item as it was at a version; null when that version is not kept. A case keeps the version it was opened on. */
  atVersion(code: string, version: string | null, context: RequestContext): Promise<ItemEntity | null>
  agency(code: string, context: RequestContext): Promise<AgencyEntity | null>
}
