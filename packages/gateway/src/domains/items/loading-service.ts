import { parseDivisionCode, TongbanError } from '@tongban/schema'
import DataLoader from 'dataloader'
import type { RequestContext } from '../request.ts'
import type { AgencyKey, Catalogue, ItemKey } from './catalogue.ts'
import type { AgencyEntity, ItemEntity } from './record.ts'
import type { ItemsService } from './service.ts'

/** {@link ItemsService} with what only this room's own resolvers ask for. */
export interface ItemsReading extends ItemsService {
  /** In the order asked for, null where there is none, an Error where that one code failed. */
  byCodes(
    codes: readonly string[],
    division: string | null,
    context: RequestContext,
  ): Promise<readonly (ItemEntity | Error | null)[]>
  /** The agency that an item names; made from the item itself where the source keeps no agencies. */
  agencyOf(item: ItemEntity, context: RequestContext): Promise<AgencyEntity | null>
}

/** Reads items and agencies in batches, each at most once in a request. */
export function loadingService(catalogue: Catalogue): ItemsReading {
  const itemKey = {}
  const agencyKey = {}
  const items = (context: RequestContext) =>
    context.once(
      itemKey,
      () =>
        new DataLoader<ItemKey, ItemEntity | null, string>((keys) => catalogue.items(keys, context), {
          cacheKeyFn: ({ code, division }) => `${division ?? ''} ${code}`,
        }),
    )
  const agencies = (context: RequestContext) =>
    context.once(
      agencyKey,
      () =>
        new DataLoader<AgencyKey, AgencyEntity | null, string>((keys) => catalogue.agencies(keys, context), {
          cacheKeyFn: ({ code, sourceId }) => `${sourceId ?? ''} ${code}`,
        }),
    )
  const byCode: ItemsService['byCode'] = async (code, division, context) =>
    items(context).load({ code, division: divisionOf(division) })

  return {
    byCode,
    byCodes: async (codes, division, context) => {
      const place = divisionOf(division)
      return items(context).loadMany(codes.map((code) => ({ code, division: place })))
    },
    atVersion: async (code, version, context) => {
      const current = await byCode(code, null, context)
      if (version === null || current?.version === version) return current
      return catalogue.earlier(code, version, context)
    },
    agency: (code, context) => agencies(context).load({ code, sourceId: null }),
    agencyOf: async (item, context) => {
      if (item.agencyCode === null) return agencyFromItem(item)
      const known = await agencies(context).load({ code: item.agencyCode, sourceId: item.provenance.sourceId })
      return known ?? agencyFromItem(item)
    },
  }
}

/** 12 digits, whatever form the caller used. @throws TongbanError `TB_INVALID_INPUT` */
function divisionOf(division: string | null): string | null {
  if (division === null) return null
  const check = parseDivisionCode(division)
  if (check.status !== 'invalid') return check.value.code
  throw new TongbanError(
    'TB_INVALID_INPUT',
    { field: 'division', detail: check.reasons[0].message.zh },
    { path: ['division'] },
  )
}

/** Many libraries give only the name and a code of the agency, in the item. That is still an answer. */
const agencyFromItem = ({ agencyCode, agencyName, divisionCode, provenance }: ItemEntity): AgencyEntity | null =>
  agencyName === null
    ? null
    : {
        code: agencyCode ?? agencyName,
        creditCode: agencyCode,
        name: agencyName,
        divisionCode,
        address: null,
        telephone: null,
        complaintTelephone: null,
        openingHours: [],
        provenance,
      }
