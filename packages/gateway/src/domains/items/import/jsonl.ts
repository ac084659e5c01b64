import { z } from 'zod'
import { refused } from './remarks.ts'
import type { FileBytes, FileRow, FileRows } from './rows.ts'
import { linesOf } from './text.ts'

const object = z.record(z.string(), z.unknown())

/** One JSON object a line; blank lines are skipped. */
export const jsonlRows = (bytes: FileBytes): FileRows =>
  async function* () {
    for await (const { row, text } of linesOf(bytes)) {
      if (text.trim() !== '') yield readLine(row, text)
    }
  }

function readLine(row: number, text: string): FileRow {
  // A replacement character is what is left of bytes that were no text.
  if (text.includes('\uFFFD')) return { row, problem: refused(row, '', 'NOT_TEXT') }
  try {
    return { row, fields: object.parse(JSON.parse(text)) }
  } catch {
    return { row, problem: refused(row, '', 'NOT_JSON') }
  }
}
