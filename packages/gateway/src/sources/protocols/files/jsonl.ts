import { isRecord } from '../path.ts'
import type { Cut, Outcome, StreamFormat } from './format.ts'
import { lineCutter } from './lines.ts'
import { decodeText } from './text.ts'

/** How objects, one a line, are written down. */
export interface JsonlOptions {
  /** Field that only the closing line has, with the number of rows. */
  readonly trailer?: string
}

const objectOf = (text: string | undefined): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isRecord(value) ? value : undefined
  } catch {
    // V8 quotes the text around the mistake.
    return undefined
  }
}

/** One JSON object a line (JSON Lines). @example jsonl({ key: 'taskCode' }) */
export const jsonl = ({ trailer }: JsonlOptions = {}): StreamFormat => ({
  kind: 'jsonl',
  hasTrailer: trailer !== undefined,
  open({ bom, charset }, maxRecordBytes) {
    const read = ({ bytes }: Cut) => objectOf(decodeText(bytes, charset))
    const outcome = (cut: Cut): Outcome => {
      const value = read(cut)
      return value ? { kind: 'row', value } : { kind: 'fault', key: null, path: '', reason: 'expected a JSON object' }
    }
    return {
      start: bom,
      rowsBefore: 0,
      cutter: (from) => lineCutter({ from, charset, maxRecordBytes }),
      read: (cuts) => cuts.map(outcome),
      trailer(cut) {
        const count = trailer === undefined ? undefined : read(cut)?.[trailer]
        return count === undefined ? undefined : typeof count === 'number' ? count : null
      },
    }
  },
  write: (rows) =>
    [...rows, ...(trailer === undefined ? [] : [{ [trailer]: rows.length }])]
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(''),
})
