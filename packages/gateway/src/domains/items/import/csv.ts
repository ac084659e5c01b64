import { Readable } from 'node:stream'
import { TongbanError } from '@tongban/schema'
import { parse } from 'csv-parse'
import { z } from 'zod'
import type { FileBytes, FileRows } from './rows.ts'
import { namedRows, type TableRow } from './table.ts'
import { textOf } from './text.ts'

const csvRecord = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) })

/** A table with commas, in UTF-8 or GB18030; quoted cells may hold line ends. */
export const csvRows =
  (bytes: FileBytes, file: string): FileRows =>
  () =>
    namedRows(tableOf(bytes, file))

async function* tableOf(bytes: FileBytes, file: string): AsyncIterable<TableRow> {
  const parser = Readable.from(textOf(bytes)).pipe(
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true }),
  )
  try {
    for await (const read of parser) {
      const { info, record } = csvRecord.parse(read)
      yield { row: info.lines, cells: record }
    }
  } catch (cause) {
    throw new TongbanError(
      'TB_FILE_UNREADABLE',
      { file, detail: cause instanceof Error ? cause.message : '' },
      { cause },
    )
  }
}
