import DataLoader from 'dataloader'
import type { AgencyRow } from '../../city/agencies.ts'
import type { CaseRow, ReportRow } from '../../city/cases.ts'
import type { ItemRow } from '../../city/items.ts'
import type { Batches } from '../peers/batches.ts'
import { type ByCode, type ByCodes, type ById, certificateConnection, type OfHolder } from '../peers/shapes.ts'

/** The loaders of one request, as the guide of DataLoader asks for. */
export interface Loaders {
  readonly items: DataLoader<string, ItemRow | null>
  readonly agencies: DataLoader<string, AgencyRow | null>
  readonly cases: DataLoader<string, CaseRow | null>
  readonly timelines: DataLoader<string, readonly ReportRow[]>
  readonly batches: Batches
}

export const loadersOver = (batches: Batches): Loaders => ({
  items: new DataLoader(batches.items),
  agencies: new DataLoader(batches.agencies),
  cases: new DataLoader(batches.cases),
  timelines: new DataLoader(batches.timelines),
  batches,
})

export const resolvers = {
  Query: {
    item: (_: unknown, { code }: ByCode, { items }: Loaders) => items.load(code),
    itemsByCode: (_: unknown, { codes }: ByCodes, { items }: Loaders) => items.loadMany(codes),
    case: (_: unknown, { id }: ById, { cases }: Loaders) => cases.load(id),
    certificates: async (_: unknown, { holder, first }: OfHolder, { batches }: Loaders) =>
      certificateConnection(await batches.certificates(holder), first),
  },
  ServiceItem: {
    agency: ({ agencyCode }: ItemRow, _: unknown, { agencies }: Loaders) => agencies.load(agencyCode),
  },
  Case: {
    history: ({ number }: CaseRow, _: unknown, { timelines }: Loaders) => timelines.load(number),
    submission: ({ itemCode }: CaseRow) => ({ itemCode }),
  },
  Submission: {
    item: ({ itemCode }: Pick<CaseRow, 'itemCode'>, _: unknown, { items }: Loaders) => items.load(itemCode),
  },
}
