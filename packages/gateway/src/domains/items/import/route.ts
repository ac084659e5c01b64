import { TongbanError } from '@tongban/schema'
import { z } from 'zod'
import type { Route } from '../../domain.ts'
import type { ImportItems } from './import-items.ts'
import type { ImportReport } from './report.ts'

const format = z.enum(['jsonl', 'csv', 'xlsx'])

/** Largest file accepted over HTTP; a larger one is imported with the command on the data folder. */
const bodyLimitBytes = 64 * 1024 * 1024

/** `POST /import/items?format=jsonl|csv|xlsx[&source=…]`: imports a file through the running gateway and answers the report. */
export const importRoute = (run: (options: ImportItems) => Promise<ImportReport>): Route => ({
  method: 'POST',
  path: '/import/items',
  scope: 'catalogue:write',
  bodyLimitBytes,
  async handle({ query, body }) {
    const wanted = format.safeParse(query.format)
    if (!wanted.success)
      throw new TongbanError(
        'TB_INVALID_INPUT',
        { field: 'format', detail: 'jsonl | csv | xlsx' },
        { path: ['format'] },
      )
    const report = await run({
      format: wanted.data,
      bytes: () => oneChunk(body),
      ...(query.source ? { source: query.source } : {}),
    })
    return {
      status: report.imported ? 200 : 422,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(report),
    }
  },
})

async function* oneChunk(body: Uint8Array): AsyncIterable<Uint8Array> {
  yield body
}
