import { appendFileSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { TongbanError } from '@tongban/schema'
import { type Tape, type TapeEntry, tapeEntry } from './entry.ts'

/** Writes a tape line by line (JSON Lines), as traffic happens: what a crash leaves is a shorter tape. */
export function tapeWriter(file: string): (entry: TapeEntry) => void {
  mkdirSync(dirname(file), { recursive: true })
  return (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
}

/**
 * Reads a tape. A last line that was cut short is left out.
 *
 * @throws TongbanError `TB_FILE_UNREADABLE` naming the line
 */
export async function readTape(file: string): Promise<Tape> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new TongbanError(
      'TB_FILE_UNREADABLE',
      { file, detail: 'no such file, or no permission to read it' },
      { cause },
    )
  })
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line, index) => entryOf(line, file, index + 1))
}

function entryOf(line: string, file: string, number: number): TapeEntry {
  try {
    return tapeEntry.parse(JSON.parse(line))
  } catch {
    throw new TongbanError('TB_FILE_UNREADABLE', { file, detail: `line ${number} is no entry of a tape` })
  }
}
