import { isTongbanError } from '@tongban/schema'
import { z } from 'zod'
import { defineSource } from '../../../domains/ports.ts'
import type { FormRequest } from '../../protocols/form/form.ts'
import { at } from '../../protocols/path.ts'
import { field } from '../../reading/fields.ts'
import type { Call, Coverage, SourceLimits } from '../../source.ts'
import { formsAndPages, type PageRequest } from '../notices/pages.ts'
import { collect } from '../notices/reading.ts'
import { beyondReach, dayOf, goOn, readWalk, type Walk, writeWalk } from '../notices/walk.ts'
import { innerPath, readPages } from './pages.ts'
import { type PageFacts, readListRow } from './records.ts'

/** Where the national platform's notices are read. */
export interface GgzyOptions {
  /** @default 'ggzy-notices' */
  readonly id?: string
  /** Address of the platform, without a trailing slash. */
  readonly url: string
  /** @default every division */
  readonly covers?: Coverage
  /** The platform is open; what tells us apart from a browser is sent with each request. */
  readonly credentials?: { readonly userAgent?: string }
  /** First day that is read; the platform lists six months. @default yesterday */
  readonly since?: string
  /** Words that titles must have. @default none */
  readonly words?: string
  /** `SOURCE_TYPE`: 1 provinces' platforms, 2 platforms of enterprises. @default '1' */
  readonly sourceType?: string
  /** Whether both pages of each notice are read for its text, project code and first notice: two more calls for each. @default true */
  readonly pages?: boolean
  readonly limits?: Partial<SourceLimits>
  readonly now?: () => Date
}

type GgzyCall = Call<FormRequest | PageRequest>

const listPath = '/information/pubTradingInfo/getTradList'

/** A query lists at most a thousand notices, twenty a page. */
const rowsOfPage = 20
const mostPages = 50

const reply = z.object({ records: field.list(z.unknown()), pages: field.whole })

/** Asked for single days within the last six months (code 05). */
const query = ({ words = '', sourceType = '1' }: GgzyOptions, { day, page }: Walk) => ({
  FINDTXT: words,
  PAGENUMBER: page + 1,
  DEAL_TIME: '05',
  TIMEBEGIN: day,
  TIMEEND: day,
  SOURCE_TYPE: sourceType,
  isShowAll: '1',
})

const page = (call: GgzyCall, path: string, mark: string): Promise<string> =>
  call({ operation: 'notices.page', safe: true, page: path, mark, reply: z.string() })

/** A page that is gone or is something else costs the notice its text; a platform that is unwell is asked again for all. */
const isGone = (error: unknown): boolean =>
  isTongbanError(error) && (error.code === 'TB_SOURCE_REFUSED' || error.code === 'TB_SOURCE_SHAPE')

async function pagesOf(row: unknown, call: GgzyCall): Promise<PageFacts | null> {
  const path = at(row, 'url')
  if (typeof path !== 'string' || !path.startsWith('/')) return null
  try {
    const outer = await page(call, path, 'fully')
    return readPages(outer, await page(call, innerPath(path), 'mycontent'))
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
}

const noPages: PageFacts = { projectCode: null, firstKey: null, fields: {}, text: null }

/**
 * Notices of the national trading platform (全国公共资源交易平台), day by day: the list, and for each notice its outer page (project
 * code, links) and its inner page (fields, text). A captcha (code 829) is a refusal and is not worked around.
 *
 * @example
 * ggzyNotices({ url: 'https://www.ggzy.example.cn', since: '2026-03-16', words: '体育' })
 */
export const ggzyNotices = (options: GgzyOptions) => {
  const { id = 'ggzy-notices', url, covers = {}, limits, now = () => new Date(), pages = true } = options
  const agent = options.credentials?.userAgent
  return defineSource({
    id,
    title: '全国公共资源交易平台',
    covers,
    ...(limits ? { limits } : {}),
    protocol: formsAndPages({
      base: url,
      ...(agent ? { headers: { 'user-agent': agent } } : {}),
      envelope: { success: { path: 'code', in: [200] }, payload: 'data', message: 'message', unwell: [800] },
    }),
    notices: {
      async changes({ mark }, call) {
        const walk = readWalk(mark, options.since ?? dayOf(new Date(now().getTime() - 86_400_000)))
        const parameters = query(options, walk)
        const answer = await call({ operation: 'notices.changes', safe: true, path: listPath, parameters, reply })
        const found = await Promise.all(answer.records.map((row) => (pages ? pagesOf(row, call) : noPages)))
        const { notices, skipped } = collect(
          answer.records.map((row, index) => readListRow(row, url, found[index] ?? null)),
        )
        const isFull = answer.pages === null ? answer.records.length >= rowsOfPage : walk.page + 1 < answer.pages
        const plan = { isFull, mostPages, steps: 1, today: dayOf(now()) }
        const on = goOn(walk, plan)
        const left = beyondReach(walk, plan, 'PAGENUMBER')
        return { notices, skipped: [...skipped, ...left], mark: writeWalk(on.walk), more: on.more }
      },
    },
  })
}
