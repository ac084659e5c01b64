import type { FileBytes } from './rows.ts'

/** Enough to see whether a file is UTF-8: Chinese headers come first. */
const sniffedBytes = 64 * 1024

/**
 * The text of a file, in pieces: UTF-8 (with or without a byte order mark), otherwise GB18030. Never GB2312: its decoders lose
 * the rarer characters of names and places.
 */
export async function* textOf(bytes: FileBytes): AsyncIterable<string> {
  const decoder = new TextDecoder((await isUtf8(bytes)) ? 'utf-8' : 'gb18030')
  for await (const chunk of bytes()) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function isUtf8(bytes: FileBytes): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let seen = 0
  for await (const chunk of bytes()) {
    try {
      decoder.decode(chunk, { stream: true })
    } catch {
      return false
    }
    seen += chunk.length
    if (seen >= sniffedBytes) break
  }
  return true
}

/** The lines of a file with their numbers, whatever ends them. */
export async function* linesOf(bytes: FileBytes): AsyncIterable<{ readonly row: number; readonly text: string }> {
  let rest = ''
  let row = 0
  for await (const piece of textOf(bytes)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) yield { row: ++row, text }
  }
  if (rest !== '') yield { row: ++row, text: rest }
}
