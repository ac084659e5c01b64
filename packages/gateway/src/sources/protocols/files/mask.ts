import type { Charset } from '../charset.ts'

/**
 * Bytes as text of the same length, one UTF-16 unit for each byte: ASCII characters as themselves, bytes of all others as marks
 * that are no ASCII. Positions in it are positions in the file, and no byte of a Chinese character is taken for a bar, a bracket
 * or a letter. Keeps what is open between two chunks.
 */
export type Mask = (chunk: Uint8Array) => string

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe
const isTrail = (byte: number): boolean => byte >= 0x40 && byte <= 0xfe && byte !== 0x7f

/**
 * GB 18030-2022: two bytes (81–FE, 40–FE without 7F) or four (81–FE, 30–39, 81–FE, 30–39). Second bytes include the codes of
 * ASCII letters, `\`, `|`, `[` and `]`.
 */
function maskGb18030(): Mask {
  // 0: between characters; 1: after a first byte; 2 and 3: inside four bytes.
  let inside = 0
  const covers = (byte: number): boolean => {
    const at = inside
    inside = 0
    if (at === 1 && isDigit(byte)) inside = 2
    else if (at === 2 && isLead(byte)) inside = 3
    else if ((at === 1 && isTrail(byte)) || (at === 3 && isDigit(byte))) return true
    else if (isLead(byte)) inside = 1
    return inside !== 0
  }
  return (chunk) => {
    const masked = Buffer.from(chunk)
    for (let index = 0; index < masked.length; index++) if (covers(masked[index] ?? 0)) masked[index] = 0xff
    return masked.toString('latin1')
  }
}

/** In UTF-8 every byte of a character beyond ASCII is 80 or more. */
const maskUtf8 = (): Mask => (chunk) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')

/** A mask for one run through a file, from the start of a character. */
export const maskFor = (charset: Charset): Mask => (charset === 'gb18030' ? maskGb18030() : maskUtf8())
