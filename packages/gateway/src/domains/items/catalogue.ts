import type { connection } from '../connection.ts'
import type { ItemFacets, QueryItemsArgs } from '../generated/resolvers.ts'
import type { RequestContext } from '../request.ts'
import type { AgencyEntity, ItemEntity } from './record.ts'

/** An item as somebody asks for it. */
export interface ItemKey {
  readonly code: string
  /** 12 digits, or null when the caller named none. */
  readonly division: string | null
}

/** An agency as an item names it. */
export interface AgencyKey {
  readonly code: string
  /** Source of the item; the same code may mean another body elsewhere. */
  readonly sourceId: string | null
}

/** Parent value of the SDL type `ItemConnection`: figures are counted only when they are asked for. */
export type ItemConnectionEntity = ReturnType<typeof connection<ItemEntity, unknown>> & {
  totalCount(): Promise<number>
  facets(): Promise<ItemFacets>
}

/** Arguments of a list, all of them optional. */
export type ItemsQuery = Partial<QueryItemsArgs>

/** Where items are read from: the mirror in the store, or live from the sources. Both answer whole batches. */
export interface Catalogue {
  /** In the order asked for; an Error stands where that one key failed. */
  items(keys: readonly ItemKey[], context: RequestContext): Promise<readonly (ItemEntity | Error | null)[]>
  /** The item at a version other than the current one. */
  earlier(code: string, version: string, context: RequestContext): Promise<ItemEntity | null>
  agencies(keys: readonly AgencyKey[], context: RequestContext): Promise<readonly (AgencyEntity | Error | null)[]>
  list(args: ItemsQuery, context: RequestContext): Promise<ItemConnectionEntity>
}
