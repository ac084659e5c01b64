import { defineSource, distinctBy, field, rest } from '@tongban/gateway'
import { z } from 'zod'
import { noticeOf, record } from './trading/notices.ts'

/** Where the trading platform is, and who we are there. */
export interface TradingOptions {
  readonly url: string
  readonly appKey: string
}

const changes = z.object({ cursor: field.required, more: field.flag, records: field.list(record) })

/** 绍兴市公共资源交易平台: REST, always HTTP 200; `list` and `changes` say `state`, `detail` says `code`. */
export const trading = ({ url, appKey }: TradingOptions) =>
  defineSource({
    id: 'sx-trading',
    title: '绍兴市公共资源交易平台',
    covers: { divisions: ['3306'] },
    protocol: rest({
      base: `${url}/ggzy/api/v1`,
      headers: { 'x-app-key': appKey },
      envelope: { success: { path: 'state', in: [200] }, payload: 'data', message: 'msg', auth: [401], unwell: [500] },
    }),
    notices: {
      async changes({ mark, size }, call) {
        const query = { cursor: mark ?? undefined, rows: Math.min(size, 200) }
        const path = '/notices/changes'
        const reply = await call({ operation: 'notices.changes', safe: true, path, query, reply: changes })
        const notices = distinctBy(reply.records, ({ infoid }) => infoid).map((row) => noticeOf(row, url))
        return { notices, mark: reply.cursor, more: reply.more ?? false }
      },
    },
  })
