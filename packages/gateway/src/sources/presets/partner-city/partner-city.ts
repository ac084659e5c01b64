import { z } from 'zod'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import { type PartnerOptions, partner } from '../../protocols/partner/partner.ts'
import type { Coverage } from '../../source.ts'
import { itemOf, itemsByCodesDocument, itemsPageDocument } from './items.ts'
import { item } from './reply.ts'

/** A partner city as a source. */
export interface PartnerCityOptions extends PartnerOptions {
  /** Identifier in this gateway, for example `hangzhou`. */
  readonly id: string
  /** Title people know it by, for example `杭州市通办网关`. */
  readonly title: string
  readonly covers: Coverage
}

const page = z.object({
  items: z.object({
    edges: z.array(z.object({ node: item })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    totalCount: z.number().nullish(),
  }),
})
const some = z.object({ itemsByCode: z.array(item.nullable()) })

/** Items with all their fields are costly; a partner's gateway bounds what one operation may cost. */
const mostItems = 20

/**
 * A partner city's gateway as a source of service items: its catalogue page by page, and single items by their codes.
 *
 * @example
 * partnerCity({ id: 'hangzhou', title: '杭州市', endpoint: 'https://tongban.hz.example.cn/graphql', covers: { divisions: ['3301'] } })
 */
export const partnerCity = ({ id, title, covers, ...reached }: PartnerCityOptions) =>
  defineSource({
    id,
    title,
    covers,
    protocol: partner(reached),
    items: {
      async page({ cursor, size }, call) {
        const { items } = await call({
          operation: 'items.page',
          safe: true,
          document: itemsPageDocument,
          variables: { first: Math.min(size, mostItems), after: cursor },
          reply: page,
        })
        return {
          items: items.edges.map(({ node }) => itemOf(node)),
          next: items.pageInfo.hasNextPage ? items.pageInfo.endCursor : null,
          total: items.totalCount ?? null,
        }
      },

      byCodes: (codes, call) =>
        inBatches(codes, { size: mostItems }, async (asked) => {
          const { itemsByCode } = await call({
            operation: 'items.byCodes',
            safe: true,
            document: itemsByCodesDocument,
            variables: { codes: asked },
            reply: some,
          })
          return itemsByCode.flatMap((one) => (one ? [itemOf(one)] : []))
        }),
    },
  })
