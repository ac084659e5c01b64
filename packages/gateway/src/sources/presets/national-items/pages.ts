import { z } from 'zod'
import { tableReply } from '../../protocols/exchange-table/replies.ts'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import type { Call, SkippedRow } from '../../source.ts'
import type { NationalItemsOptions } from './options.ts'
import { codeOf, inSmallLetters, itemKey, pushed } from './rows.ts'
import { spelling } from './tables.ts'

const pushedRow = z.preprocess(inSmallLetters, pushed.extend(itemKey.shape))
const reply = tableReply.page(z.unknown())

/** One stretch of a table in the order in which it was pushed. */
export interface Stretch {
  readonly table: string
  readonly after: string | null
  readonly size: number
  /** Rows of this time and later. */
  readonly since: string | null
}

const missing = (path: string, reason: string): SkippedRow => ({ key: null, path, reason })

/** Reads which items a stretch is about, and what is missing in it. */
export async function readStretch(
  options: NationalItemsOptions,
  { table, after, size, since }: Stretch,
  operation: string,
  call: Call<ExchangeRequest>,
) {
  const columns = ['id', 'row_guid', 'cd_operation', 'cd_time', 'task_code', 'task_handle_item'].map(spelling(options))
  const where = since === null ? {} : { where: { [spelling(options)('cd_time')]: { from: since } } }
  const request = { operation, safe: true, do: 'page', table, after, size, columns, ...where, reply } as const
  const found = await call(request)
  const read = found.rows.map((raw) => pushedRow.safeParse(raw))
  const skipped = [
    ...read.flatMap(({ error }) =>
      error ? [missing(error.issues[0]?.path.join('.') ?? '', error.issues[0]?.message ?? '')] : [],
    ),
    ...found.gaps.map(({ from, to }) => missing('cd_batch', `batches ${from} to ${to} are missing`)),
    ...(found.purged ? [missing('cd_time', `${table} was purged while it was read`)] : []),
  ]
  const rows = read.flatMap(({ data }) => data ?? [])
  return {
    rows,
    codes: [...new Set(rows.map(codeOf))],
    newest:
      rows
        .map(({ cd_time }) => cd_time)
        .toSorted()
        .at(-1) ?? null,
    next: found.more ? found.cursor : null,
    skipped,
  }
}
