import { TongbanError } from '@tongban/schema'
import type { NodeLoader } from '../../domains/domain.ts'
import { parseGlobalId } from '../../domains/global-id.ts'
import type { NodeEntity } from '../../domains/node.ts'
import type { RequestContext } from '../../domains/request.ts'

/** Node loaders by type. */
export type NodeLoaders = Readonly<Record<string, NodeLoader>>

/** Resolves `node(id)` through the loader of the type inside the identifier. */
export const nodeResolvers = (loaders: ReadonlyMap<string, NodeLoader>) => ({
  Query: {
    async node(_parent: unknown, { id }: { id: string }, context: RequestContext): Promise<NodeEntity | null> {
      const parsed = parseGlobalId(id)
      const load = parsed && loaders.get(parsed.type)
      if (!load) throw unknownIdentifier(context.locale)
      const entity = await load(parsed.key, context)
      return entity && Object.assign(Object.create(Object.getPrototypeOf(entity)), entity, { __typename: parsed.type })
    },
  },
  Node: { __resolveType: (entity: NodeEntity): string => entity.__typename },
})

const unknownIdentifier = (locale: string): TongbanError =>
  new TongbanError(
    'TB_INVALID_INPUT',
    { field: 'id', detail: locale === 'en' ? 'not an identifier of this gateway' : '不是本网关给出的标识' },
    { path: ['id'] },
  )
