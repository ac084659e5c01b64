import type { z } from 'zod'
import { sourceCase } from '../domains/cases/port.ts'
import { certificateRecord } from '../domains/certificates/port.ts'
import { agencyRecord, serviceItemRecord } from '../domains/items/record.ts'
import { noticeRecord } from '../domains/notices/port.ts'

/** Where the rows of an answer are, and what each must be. */
interface Rows {
  readonly list: (value: unknown) => unknown
  readonly record: z.ZodType
}

const itself = (value: unknown) => value
const under = (name: string) => (value: unknown) =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
const orNone = (value: unknown) => (value === null ? [] : [value])

const rows: Readonly<Record<string, Rows>> = {
  'items.page': { list: under('items'), record: serviceItemRecord },
  'items.changes': { list: under('changed'), record: serviceItemRecord },
  'items.byCodes': { list: itself, record: serviceItemRecord },
  'items.agencies': { list: itself, record: agencyRecord },
  'cases.byNumbers': { list: itself, record: sourceCase },
  'cases.findByReference': { list: orNone, record: sourceCase },
  'certificates.byHolder': { list: itself, record: certificateRecord },
  'certificates.byIdentifiers': { list: itself, record: certificateRecord },
  'notices.changes': { list: under('notices'), record: noticeRecord },
}

/** The rows of an answer as the gateway would keep them; complaints name paths, never values. */
export function readAnswer(
  name: string,
  value: unknown,
): { readonly rows: readonly unknown[]; readonly complaints: readonly string[] } {
  const known = rows[name]
  const list = known ? known.list(value) : value
  if (!Array.isArray(list)) return { rows: [], complaints: known ? ['the answer has no list of rows'] : [] }
  if (!known) return { rows: list, complaints: [] }
  const read = list.map((row) => known.record.safeParse(row))
  return {
    rows: read.flatMap(({ data }) => data ?? []),
    complaints: read.flatMap(
      ({ error }) => error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [],
    ),
  }
}
