import type { JobDefinition, Queue } from '../../work/queue.ts'
import { defineDomain } from '../domain.ts'
import { noticeResolvers, splitKey } from './resolvers.ts'
import { migrations } from './schema.ts'
import { createNoticesService, type NoticesService } from './service.ts'

const jobName = 'notices.sync'

/** Puts the next run into the queue; several gateways share one waiting run. */
const later = (queue: Queue, at: Date) =>
  queue.enqueue({ name: jobName }, {}, { startAfter: at, singletonKey: jobName })

/** Trading notices (公共资源交易公告): a local mirror, so that search works and a dead platform is not felt. */
export const noticesDomain = defineDomain<'notices', NoticesService>({
  name: 'notices',
  migrations,
  build(deps) {
    const { queue, now, settings } = deps
    const service = createNoticesService(deps)
    const scheduleNext = () => later(queue, new Date(now().getTime() + settings.syncEveryMinutes * 60_000))
    const sync: JobDefinition = {
      name: jobName,
      concurrency: 1,
      async handle(_data, { signal }) {
        try {
          await service.sync(signal)
        } finally {
          await scheduleNext()
        }
      },
    }
    return {
      service,
      resolvers: noticeResolvers(service),
      nodes: {
        TradingNotice: async (key, context) => {
          const parts = splitKey(key)
          return parts ? service.one(parts, context) : null
        },
        TradingProject: async (key) => {
          const [sourceId, code] = splitKey(key) ?? []
          return sourceId && code ? service.project(code, sourceId) : null
        },
      },
      jobs: settings.syncEveryMinutes > 0 ? [sync] : [],
      start: async () => {
        if (settings.syncEveryMinutes > 0) await scheduleNext()
      },
    }
  },
})
