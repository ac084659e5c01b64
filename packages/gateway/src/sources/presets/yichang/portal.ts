import { z } from 'zod'
import { field } from '../../reading/fields.ts'
import { type HtmlTable, htmlTables, htmlText } from '../../reading/html.ts'
import { isOrganisation } from '../notices/bidders.ts'
import { openingIn, publicity, readSpan } from '../notices/periods.ts'
import { natureByTitle, projectByTitle } from '../notices/project.ts'
import {
  type NoticeDraft,
  type NoticeReading,
  type Refusal,
  type RowReader,
  readNotice,
  type Unread,
} from '../notices/reading.ts'
import { candidateAwards } from './candidates.ts'
import { categories, divisionOf, sectors } from './codes.ts'
import { pickFields, resultOf } from './result.ts'
import { candidatesIn, pairsIn } from './tables.ts'

/** The fields used of the 63 of a row; most of the others are always empty. */
const portalRow = z.object({
  infoid: field.required,
  title: field.required,
  categorynum: field.text,
  pubinwebdate: field.instant,
  infodate: field.instant,
  xiaqucode: field.text,
  projectjiaoyitypeex: field.text,
  infourl: field.text,
  infocontent: field.text,
})
type PortalRow = z.output<typeof portalRow>

const lotNumber = /标段(?:[（(]包[）)])?编号[：:]\s*([A-Za-z0-9()（）-]+)/
const partyLine = (label: string) => new RegExp(String.raw`^\s*\d*[.、]?\s*${label}(?:名称)?[：:]\s*(\S.*)$`, 'm')

/** Parties stand among the contacts; above them the same words name persons (招标人代表). Only bodies are told. */
function partyIn(text: string, role: 'TENDERER' | 'AGENT', label: string) {
  const contacts = text.slice(Math.max(0, text.lastIndexOf('联系方式')))
  const name = partyLine(label).exec(contacts)?.[1]?.trim()
  return name !== undefined && isOrganisation(name) ? [{ role, name }] : []
}

/** The only sentences of a candidate notice kept as text: those that tell of the tender. The rest names staff and committee. */
const overview = (text: string): string | null => /^.*发布招标公告.*$/m.exec(text)?.[0].trim() ?? null

function candidateNotice(html: string, tables: readonly HtmlTable[], unread: Unread) {
  const candidates = candidatesIn(tables)
  if (!candidates) return { path: 'infocontent', reason: 'expected a table with candidates and prices' }
  const awards = candidateAwards(candidates, unread)
  if (awards.length === 0) return { path: 'infocontent', reason: 'expected at least one bidder' }
  const text = htmlText(html)
  const number = lotNumber.exec(text)?.[1]
  if (number === undefined) unread('lots.0.number', 'not stated; counted')
  const period = readSpan(/公示[期时][^\n]*/.exec(text.slice(text.search(/公示期为|公示期[：:]/)))?.[0] ?? '')
  if (!period) unread('periods', 'no period of publicity')
  return {
    parties: [...partyIn(text, 'TENDERER', '招标人'), ...partyIn(text, 'AGENT', '招标代理机构')],
    lots: [{ number: number ?? '1', awards }],
    periods: [...openingIn(text), ...(period ? [publicity(period)] : [])],
    text: overview(text),
  }
}

const resultNotice = (tables: readonly HtmlTable[], unread: Unread) =>
  resultOf(pickFields(pairsIn(tables)), unread) ?? { path: 'infocontent', reason: 'expected a table with a winner' }

/** What the page of a notice says. */
function contentOf(row: PortalRow, kind: string, unread: Unread): Partial<NoticeDraft> | Refusal {
  if (row.infocontent === null) return { path: 'infocontent', reason: 'expected text, found nothing' }
  const tables = htmlTables(row.infocontent)
  if (kind === 'WINNING_CANDIDATE') return candidateNotice(row.infocontent, tables, unread)
  if (kind === 'RESULT') return resultNotice(tables, unread)
  unread('infocontent', 'only candidates and results are read')
  return {}
}

const sectorOf = (row: PortalRow) => sectors.name(row.projectjiaoyitypeex?.slice(0, 1) ?? null)

const reader = (origin: string): RowReader<typeof portalRow> => ({
  schema: portalRow,
  key: 'infoid',
  read(row, unread) {
    const publishedAt = row.pubinwebdate ?? row.infodate
    if (publishedAt === null) return { path: 'pubinwebdate', reason: 'expected a time, found nothing' }
    const kind = categories.name(row.categorynum)
    if (kind === null) return { path: 'categorynum', reason: 'expected a category of the table' }
    const content = contentOf(row, kind, unread)
    if ('reason' in content) return content
    const sector = sectorOf(row)
    if (sector === null) unread('projectjiaoyitypeex', 'not in the table of sectors')
    return {
      key: row.infoid,
      kind,
      rawKind: categories.raw(row.categorynum),
      nature: natureByTitle(row.title),
      sector: sector ?? 'OTHER',
      title: row.title,
      publishedAt,
      ...divisionOf(row.xiaqucode),
      project: projectByTitle(row.title),
      url: row.infourl === null ? null : (URL.parse(row.infourl, origin)?.href ?? null),
      ...content,
    }
  },
})

/** A row of the portal's own JSON, with the notice as a page in `infocontent`. Links are completed with `origin`. */
export const readPortalRow = (row: unknown, origin: string): NoticeReading => readNotice(row, reader(origin))
