import { htmlTables, htmlText } from '../../reading/html.ts'
import { plainLabel } from '../notices/labels.ts'
import type { PageFacts } from './records.ts'

/** A notice that the outer page links to. */
export interface LinkedNotice {
  readonly key: string
  /** `informationType` of its tab. */
  readonly type: string
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly day: string
}

const link = /showDetail\(this,\s*'(\d{4})'\s*,\s*'([^']+)'\)[^>]*>([^<]*)<\/a>\s*<span>(\d{4}-\d{2}-\d{2})<\/span>/g
const keyIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.html$/, '')

/** The notices of a project as the tabs of its outer page list them, oldest first. */
export const linkedNotices = (outer: string): readonly LinkedNotice[] =>
  [...outer.matchAll(link)]
    .map(([, type = '', path = '', title = '', day = '']) => ({ key: keyIn(path), type, title: title.trim(), day }))
    .sort((a, b) => a.day.localeCompare(b.day))

const projectCode = /(?:采购|招标)?项目编号[：:]\s*([^<\s]+)/

const fieldsIn = (inner: string): Record<string, string> =>
  Object.fromEntries(
    htmlTables(inner).flatMap((table) =>
      table.flatMap(([label = '', value]) => (value === undefined || plainLabel(label) === '' ? [] : [[label, value]])),
    ),
  )

/** What the two pages of a notice say: the outer one links the project's notices, the inner one has the content. */
export const readPages = (outer: string, inner: string): PageFacts => ({
  projectCode: projectCode.exec(outer)?.[1] ?? null,
  firstKey: linkedNotices(outer)[0]?.key ?? null,
  fields: fieldsIn(inner),
  text: htmlText(inner) || null,
})

/** The inner page of a notice stands beside the outer one. */
export const innerPath = (path: string): string => path.replace('/html/a/', '/html/b/')
