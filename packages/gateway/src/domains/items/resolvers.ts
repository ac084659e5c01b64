import { divisionByCode, parseCreditCode, significantDigits, TongbanError } from '@tongban/schema'
import type {
  AgencyResolvers,
  DivisionResolvers,
  QueryResolvers,
  Resolvers,
  ServiceItemResolvers,
} from '../generated/resolvers.ts'
import { globalId } from '../global-id.ts'
import type { Catalogue } from './catalogue.ts'
import type { ItemsReading } from './loading-service.ts'
import type { ItemEntity } from './record.ts'

const maxCodes = 50

/** Resolvers of items, agencies and divisions. The names of certificate types belong to the certificates' room. */
export const itemsResolvers = (service: ItemsReading, catalogue: Catalogue) =>
  ({
    Query: queries(service, catalogue),
    ItemConnection: {
      totalCount: (found) => found.totalCount(),
      facets: (found) => found.facets(),
    },
    ServiceItem: serviceItem(service),
    Material: {
      satisfiedBy: ({ satisfiedBy }) =>
        satisfiedBy.map(({ certificateType, issuer }) => ({ certificateType: { code: certificateType }, issuer })),
    },
    Agency: agency,
    Division: division,
  }) satisfies Resolvers

const queries = (service: ItemsReading, catalogue: Catalogue) =>
  ({
    item: (_, args, context) => service.byCode(args.code, args.division ?? null, context),
    itemsByCode: async (_, { codes, division: place }, context) => {
      if (codes.length > maxCodes)
        throw new TongbanError('TB_INVALID_INPUT', { field: 'codes', detail: `≤ ${maxCodes}` }, { path: ['codes'] })
      return inPlaces(await service.byCodes(codes, place ?? null, context))
    },
    items: (_, args, context) => catalogue.list(args, context),
  }) satisfies QueryResolvers

/** Both ways of execution take an Error in a list for the failure of that place alone; the generated types know of none. */
const inPlaces = (found: readonly (ItemEntity | Error | null)[]) => found as readonly (ItemEntity | null)[]

const serviceItem = (service: ItemsReading) =>
  ({
    id: ({ code }) => globalId('ServiceItem', code),
    division: ({ divisionCode }) => ({ code: divisionCode }),
    agency: (item, _, context) => service.agencyOf(item, context),
    results: ({ results }) =>
      results.map(({ certificateType, ...result }) => ({
        ...result,
        certificateType: certificateType === null ? null : { code: certificateType },
      })),
  }) satisfies ServiceItemResolvers

const agency = {
  id: ({ code }) => globalId('Agency', code),
  // Sources put all kinds of codes here; the schema promises a valid one or none.
  creditCode: ({ creditCode }) => (creditCode === null ? null : (parseCreditCode(creditCode).value?.code ?? null)),
  division: ({ divisionCode }) => (divisionCode === null ? null : { code: divisionCode }),
} satisfies AgencyResolvers

/** Our tables reach down to the county; a street has a code, but no name of ours. */
const known = (code: string) => (significantDigits(code).length <= 6 ? divisionByCode(code.slice(0, 6)) : undefined)

const division = {
  name: ({ code }) => known(code)?.name ?? null,
  fullName: ({ code }) => known(code)?.fullName ?? null,
} satisfies DivisionResolvers
