import type { CaseRow } from '../../city/cases.ts'
import type { ItemRow } from '../../city/items.ts'
import type { Batches } from '../peers/batches.ts'
import { type ByCode, type ByCodes, type ById, certificateConnection, type OfHolder } from '../peers/shapes.ts'

/** Root fields ask at once; there is nothing to wait for. */
export const resolversOver = (batches: Batches) => ({
  Query: {
    item: async (_: unknown, { code }: ByCode) => (await batches.items([code]))[0],
    itemsByCode: (_: unknown, { codes }: ByCodes) => batches.items(codes),
    case: async (_: unknown, { id }: ById) => (await batches.cases([id]))[0],
    certificates: async (_: unknown, { holder, first }: OfHolder) =>
      certificateConnection(await batches.certificates(holder), first),
  },
  Case: {
    submission: ({ itemCode }: CaseRow) => ({ itemCode }),
  },
})

type Queries<Parent> = readonly { readonly obj: Parent }[]

/** Without the cache: its keys are the whole parents as text, which costs more than the batches remove doubles for. */
const opts = { cache: false }

/** The loaders of Mercurius: one call for all parents of a request. */
export const loadersOver = (batches: Batches) => ({
  ServiceItem: {
    agency: {
      loader: (queries: Queries<ItemRow>) => batches.agencies(queries.map(({ obj }) => obj.agencyCode)),
      opts,
    },
  },
  Case: {
    history: {
      loader: (queries: Queries<CaseRow>) => batches.timelines(queries.map(({ obj }) => obj.number)),
      opts,
    },
  },
  Submission: {
    item: {
      loader: (queries: Queries<Pick<CaseRow, 'itemCode'>>) => batches.items(queries.map(({ obj }) => obj.itemCode)),
      opts,
    },
  },
})
