import { TongbanError } from '@tongban/schema'
import type { Resolvers } from '../generated/resolvers.ts'
import { globalId, keyOf } from '../global-id.ts'
import { inOrder, mainPeriod } from './periods.ts'
import { projectOf } from './projects.ts'
import type { NoticesService } from './service.ts'

/** Keys inside global identifiers: the source, then what it calls the notice or project. */
const joinKey = (sourceId: string, key: string): string => `${sourceId}/${key}`

export function splitKey(joined: string | undefined): readonly [sourceId: string, key: string] | null {
  const slash = joined?.indexOf('/') ?? -1
  return joined && slash > 0 ? [joined.slice(0, slash), joined.slice(slash + 1)] : null
}

const memberOfPrice = {
  money: 'Money',
  rate: 'Rate',
  unit: 'UnitPrice',
  several: 'SeveralPrices',
  unstated: 'UnstatedPrice',
} as const
const division = (code: string | null) => (code === null ? null : { code })

/** Resolvers of notices, their lots and prices, and of projects. */
export const noticeResolvers = (notices: NoticesService): Resolvers => ({
  Query: {
    notices: (_root, args) => notices.search(args),
    notice: async (_root, { id }, context) => {
      const key = splitKey(keyOf('TradingNotice', id))
      const notice = key ? await notices.one(key, context) : null
      if (notice) return notice
      throw new TongbanError('TB_NOTICE_NOT_FOUND', {}, { path: ['id'] })
    },
    tradingProject: (_root, { code, source }) => notices.project(code, source ?? null),
  },
  NoticeConnection: { totalCount: ({ filter }) => notices.count(filter) },
  TradingNotice: {
    id: ({ provenance, key }) => globalId('TradingNotice', joinKey(provenance.sourceId, key)),
    division: ({ divisionCode }) => division(divisionCode),
    project: (notice) => projectOf(notice),
    periods: ({ periods }) => inOrder(periods),
    period: (notice) => mainPeriod(notice),
    related: ({ provenance, relatedKey }, _args, context) =>
      relatedKey === null ? null : notices.one([provenance.sourceId, relatedKey], context),
    first: ({ provenance, firstKey }, _args, context) =>
      firstKey === null ? null : notices.one([provenance.sourceId, firstKey], context),
  },
  TradingProject: {
    id: ({ provenance, code }) => globalId('TradingProject', joinKey(provenance.sourceId, code)),
    division: ({ divisionCode }) => division(divisionCode),
    notices: ({ provenance, code }, _args, context) => notices.ofProject([provenance.sourceId, code], context),
  },
  Award: { bidder: ({ bidders }) => bidders[0] },
  Price: { __resolveType: ({ kind }) => memberOfPrice[kind] },
})
