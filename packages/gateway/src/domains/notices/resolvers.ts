import { TongbanError } from '@tongban/schema'
import type { Resolvers } from '../generated/resolvers.ts'
import { globalId, keyOf } from '../global-id.ts'
import type { NoticeEntity, ProjectEntity } from './record.ts'
import type { NoticesService } from './service.ts'
import { projectOf } from './store.ts'

/** Keys inside global identifiers: the source, then what it calls the notice or project. */
const joinKey = (sourceId: string, key: string): string => `${sourceId}/${key}`

export function splitKey(joined: string | undefined): readonly [sourceId: string, key: string] | null {
  const slash = joined?.indexOf('/') ?? -1
  return joined && slash > 0 ? [joined.slice(0, slash), joined.slice(slash + 1)] : null
}

const memberOfPrice = { money: 'Money', rate: 'Rate', unstated: 'UnstatedPrice' } as const
const division = (code: string | null) => (code === null ? null : { code })

const newest = (notices: readonly NoticeEntity[]): ProjectEntity | null => {
  const last = notices.at(-1)
  return last ? projectOf(last) : null
}

/** Resolvers of notices, their lots and prices, and of projects. */
export const noticeResolvers = (notices: NoticesService): Resolvers => ({
  Query: {
    notices: (_root, args) => notices.search(args),
    notice: async (_root, { id }) => {
      const key = splitKey(keyOf('TradingNotice', id))
      const notice = key ? await notices.one(...key) : null
      if (notice) return notice
      throw new TongbanError('TB_NOTICE_NOT_FOUND', {}, { path: ['id'] })
    },
    tradingProject: async (_root, { code }, context) => newest(await notices.ofProject(code, context)),
  },
  NoticeConnection: { totalCount: ({ filter }) => notices.count(filter) },
  TradingNotice: {
    id: ({ provenance, key }) => globalId('TradingNotice', joinKey(provenance.sourceId, key)),
    division: ({ divisionCode }) => division(divisionCode),
    project: (notice) => projectOf(notice),
  },
  TradingProject: {
    id: ({ sourceId, code }) => globalId('TradingProject', joinKey(sourceId, code)),
    division: ({ divisionCode }) => division(divisionCode),
    notices: ({ code }, _args, context) => notices.ofProject(code, context),
  },
  Award: { bidder: ({ bidders }) => bidders[0] },
  Price: { __resolveType: ({ kind }) => memberOfPrice[kind] },
})
