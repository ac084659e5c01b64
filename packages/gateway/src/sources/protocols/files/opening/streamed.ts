import type { StreamFormat } from '../format.ts'
import type { OpenedFile } from '../opened.ts'
import { charsetOfHead } from '../text.ts'
import { cutsOf } from './cuts.ts'
import { numbered } from './numbered.ts'
import { bytesOf, type Opening } from './opening.ts'
import { survey } from './survey.ts'

const headBytes = 65_536

/**
 * Opens a file that is read record by record. Undefined when it is not whole yet.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when its head is not the agreed one, or a promise about it is not kept
 */
export async function openStreamed(opening: Opening, format: StreamFormat): Promise<OpenedFile | undefined> {
  const bytes = await bytesOf(opening, Math.max(headBytes, opening.limits.maxRecordBytes))
  const head = { bytes, isWhole: bytes.length >= opening.entry.size, ...charsetOfHead(bytes, opening.charset) }
  const open = format.open(head, opening.limits.maxRecordBytes)
  const found = await survey(opening, format, open)
  if (!found) return undefined
  return {
    digest: found.digest,
    total: found.total,
    async page(from, size, signal) {
      const start = from ?? { at: open.start, row: open.rowsBefore }
      const cuts = await cutsOf({ ...opening, signal }, open, start.at, size, found.end)
      const row = start.row + cuts.length
      const at = cuts.at(-1)?.end ?? start.at
      const isEnd = cuts.length === 0 || row - open.rowsBefore >= found.total
      return { ...numbered(open.read(cuts), start.row + 1), next: isEnd ? null : { at, row } }
    },
  }
}
