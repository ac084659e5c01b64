import iconv from 'iconv-lite'
import type { Charset } from '../charset.ts'

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
  gb18030: new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }),
}

/** Text of whole characters; undefined when the bytes are not of that character set. */
export function decodeText(bytes: Uint8Array, charset: Charset): string | undefined {
  try {
    return decoders[charset].decode(bytes)
  } catch {
    return undefined
  }
}

/** Bytes of a text; GB 18030 has a place for every character. */
export const encodeText = (text: string, charset: Charset): Uint8Array => iconv.encode(text.toWellFormed(), charset)

const ideographs = (text: string): number => text.match(/[\u4e00-\u9fff]/g)?.length ?? 0
const faults = (text: string): number => text.match(/\ufffd/g)?.length ?? 0

/** Whether the head of a file is text of a character set, apart from a character that it may end in. */
const isText = (head: Uint8Array, charset: Charset): boolean => {
  try {
    new TextDecoder(charset, { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * The character set of a file: the agreed one, or the other where the head plainly says so. Four ideographs that are well-formed
 * UTF-8 are not GB18030 by accident, and one broken character does not make UTF-8 something else.
 */
export function charsetOfHead(head: Uint8Array, declared: Charset): { charset: Charset; bom: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { charset: 'utf-8', bom: 3 }
  const read = new TextDecoder('utf-8').decode(head, { stream: true })
  if (ideographs(read) >= 4 && ideographs(read) > faults(read)) return { charset: 'utf-8', bom: 0 }
  if (declared === 'utf-8' && isText(head, 'utf-8')) return { charset: 'utf-8', bom: 0 }
  // The byte order mark of GB18030.
  const isMarked = head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33
  return { charset: declared === 'utf-8' && !isText(head, 'gb18030') ? 'utf-8' : 'gb18030', bom: isMarked ? 4 : 0 }
}
