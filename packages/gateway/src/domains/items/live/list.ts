import { TongbanError } from '@tongban/schema'
import type { Authority } from '../../../sources/directory.ts'
import { connection, isPageSize, readPage } from '../../connection.ts'
import type { ItemFilter } from '../../generated/resolvers.ts'
import type { Ports } from '../../ports.ts'
import { isInt4, isKey } from '../../position.ts'
import type { RequestContext } from '../../request.ts'
import { publicly } from '../../sharing.ts'
import type { ItemConnectionEntity, ItemsQuery } from '../catalogue.ts'
import { itemsIn } from './entities.ts'

/** A place in the source's own list: a page of it, how big that page was asked for, how many of its items are behind us. */
type Position = readonly [cursor: string | null, size: number, taken: number]

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length === 3 &&
  (value[0] === null || isKey(value[0])) &&
  isPageSize(value[1]) &&
  isInt4(value[2]) &&
  value[2] >= 0

/**
 * A page of the authority's list, in one call. Sources list, they do not search: a filter beyond the division that chose the
 * authority is refused, not ignored.
 */
export async function listLive(
  { source, port }: Authority<Ports['items']>,
  { filter, first, after }: ItemsQuery,
  { signal, deadline, requestId }: RequestContext,
): Promise<ItemConnectionEntity> {
  refuseFilter(filter ?? {})
  const page = readPage({ first, after }, filter ?? {}, isPosition)
  const [cursor, size, taken] = page.after ?? [null, page.first, 0]
  const reply = await port.page({ cursor, size }, { signal, deadline, requestId, ...publicly })
  const { items, next, total } = reply.value
  const entities = itemsIn(source, { value: items, provenance: reply.provenance })
  const rows = entities
    .map((node, index) => ({ node, position: positionAfter(index + 1) }))
    .slice(taken, taken + page.first)
  const found = connection(page, rows, ({ position }): Position => position)

  function positionAfter(count: number): Position {
    return count === entities.length && next !== null ? [next, page.first, 0] : [cursor, size, count]
  }

  return {
    edges: found.edges.map(({ cursor: at, node }) => ({ cursor: at, node: node.node })),
    pageInfo: { ...found.pageInfo, hasNextPage: next !== null || taken + page.first < entities.length },
    totalCount: async () => total ?? refuse('totalCount'),
    facets: async () => refuse('facets'),
  }
}

function refuseFilter({ division: _, ...others }: ItemFilter): void {
  const field = Object.entries(others).find(([, value]) => value != null && !isBlank(value))?.[0]
  if (field !== undefined) refuse(field)
}

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === ''

function refuse(field: string): never {
  throw new TongbanError('TB_INVALID_INPUT', {
    field,
    detail: "本网关实时读取事项库,不支持检索 / this gateway reads items live; set catalogue: 'mirror' to search",
  })
}
