import { z } from 'zod'
import { defineSource } from '../../../domains/ports.ts'
import { form } from '../../protocols/form/form.ts'
import { field } from '../../reading/fields.ts'
import type { Coverage, SourceLimits } from '../../source.ts'
import { collect } from '../notices/reading.ts'
import { beyondReach, dayOf, goOn, readWalk, type Walk, writeWalk } from '../notices/walk.ts'
import { readPortalRow } from './portal.ts'

/** Where the Yichang platform's notices are read. */
export interface YichangOptions {
  /** @default 'yichang-notices' */
  readonly id?: string
  /** Address of the portal, without a trailing slash. */
  readonly url: string
  /** @default { divisions: ['4205'] } */
  readonly covers?: Coverage
  readonly credentials: {
    /** `siteGuid` of the portal, as its own pages send it. */
    readonly site: string
  }
  /** First day that is read. @default 30 days ago */
  readonly since?: string
  /** `categorynum` of the notices that are read, in this order. @default candidates and results */
  readonly categories?: readonly string[]
  readonly limits?: Partial<SourceLimits>
  readonly now?: () => Date
}

const listPath = '/EpointWebBuilder/rest/secaction/getSecInfoListYzm'
const usualCategories = ['003001004', '003001005'] as const

/** The portal asks for a captcha from the twentieth page of a query on. */
const pagesBeforeCaptcha = 20
const mostRows = 50

const reply = z.object({ infodata: field.list(z.unknown()) })

const query = ({ credentials }: YichangOptions, { day, page }: Walk, category: string, rows: number) => ({
  siteGuid: credentials.site,
  categoryNum: category,
  content: '',
  pageindex: page,
  pagesize: rows,
  startdate: `${day} 00:00:00`,
  enddate: `${day} 23:59:59`,
  xiqucode: '',
})

/**
 * Notices of the Yichang public-resource trading platform (宜昌公共资源交易), from its published list of news, day by day: winning
 * candidates and results of construction tenders with lots, bidders, prices and periods. The staff that notices name is not read.
 *
 * @example
 * yichangNotices({ url: 'https://ggzy.example.cn', credentials: { site: '7eb5f7f1-…' }, since: '2025-01-01' })
 */
export const yichangNotices = (options: YichangOptions) => {
  const { id = 'yichang-notices', url, covers = { divisions: ['4205'] }, limits, now = () => new Date() } = options
  const { categories = usualCategories } = options
  const today = (days = 0) => dayOf(new Date(now().getTime() - days * 86_400_000))
  return defineSource({
    id,
    title: '宜昌市公共资源交易平台',
    covers,
    ...(limits ? { limits } : {}),
    protocol: form({
      base: url,
      answers: 'json',
      envelope: {
        success: { path: 'status.code', in: [1, 200], orPresent: 'custom.infodata' },
        payload: 'custom',
        message: 'status.text',
      },
    }),
    notices: {
      async changes({ mark, size }, call) {
        const walk = readWalk(mark, options.since ?? today(30))
        const rows = Math.min(size, mostRows)
        const parameters = query(options, walk, categories[walk.step] ?? '', rows)
        const answer = await call({ operation: 'notices.changes', safe: true, path: listPath, parameters, reply })
        const plan = {
          isFull: answer.infodata.length >= rows,
          mostPages: pagesBeforeCaptcha,
          steps: categories.length,
          today: today(),
        }
        const { notices, skipped } = collect(answer.infodata.map((row) => readPortalRow(row, url)))
        const on = goOn(walk, plan)
        const left = beyondReach(walk, plan, 'pageindex')
        return { notices, skipped: [...skipped, ...left], mark: writeWalk(on.walk), more: on.more }
      },
    },
  })
}
