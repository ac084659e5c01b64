import type { z } from 'zod'
import { type NoticeInput, noticeRecord } from '../../../domains/notices/port.ts'
import type { SkippedRow } from '../../source.ts'

/** A row of a platform read as a notice, or why it is left out. The reason tells what was expected, never what was found. */
export type NoticeReading = { readonly notice: NoticeInput } | { readonly skipped: SkippedRow }

/** Collects what of a notice could not be read, with the place it was read from. */
export type Unread = (path: string, why: string) => void

/** A row that is left out as a whole. */
export const refused = (key: string | null, path: string, reason: string): NoticeReading => ({
  skipped: { key, path, reason },
})

/** What of a row a reader puts together; `unread` takes what it had to leave out. */
export type NoticeDraft = Omit<NoticeInput, 'unread'>

/** Raised by readers that cannot make a notice of a row at all. */
export interface Refusal {
  readonly path: string
  readonly reason: string
}

const textAt = (row: unknown, name: string): string | null => {
  const found =
    typeof row === 'object' && row !== null ? Object.entries(row).find(([key]) => key === name)?.[1] : undefined
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null
}

const firstIssue = (error: z.ZodError): Refusal => {
  const [issue] = error.issues
  return { path: issue?.path.join('.') ?? '', reason: issue?.message ?? 'not readable' }
}

/** How rows of one kind are read. */
export interface RowReader<Schema extends z.ZodType> {
  readonly schema: Schema
  /** Field that names the row. */
  readonly key: string
  read(row: z.output<Schema>, unread: Unread): NoticeDraft | Refusal
}

const isRefusal = (draft: NoticeDraft | Refusal): draft is Refusal => 'reason' in draft

/** Reads one row; whatever is wrong with it costs only itself. */
export function readNotice<Schema extends z.ZodType>(row: unknown, reader: RowReader<Schema>): NoticeReading {
  const key = textAt(row, reader.key)
  const parsed = reader.schema.safeParse(row)
  if (!parsed.success) return { skipped: { key, ...firstIssue(parsed.error) } }
  const unread: string[] = []
  const draft = reader.read(parsed.data, (path, why) => void unread.push(`${path}: ${why}`))
  if (isRefusal(draft)) return refused(key, draft.path, draft.reason)
  const checked = noticeRecord.safeParse({ ...draft, unread })
  return checked.success ? { notice: checked.data } : { skipped: { key, ...firstIssue(checked.error) } }
}

/** Readings as a page of the port has them; rows that came twice are one. */
export function collect(readings: readonly NoticeReading[]): { notices: NoticeInput[]; skipped: SkippedRow[] } {
  const notices = new Map(
    readings.flatMap((reading) => ('notice' in reading ? [[reading.notice.key, reading.notice]] : [])),
  )
  const skipped = readings.flatMap((reading) => ('skipped' in reading ? [reading.skipped] : []))
  return { notices: [...notices.values()], skipped }
}
