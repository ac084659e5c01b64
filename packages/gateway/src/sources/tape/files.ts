import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import { type Charset, decodeBody, xmlCharsetOf } from '../protocols/charset.ts'

/** How files begin that travel in messages: PDF, JPEG, PNG, ZIP (OFD, XLSX), GIF, TIFF, Office before 2007. */
const beginnings = ['25504446', 'ffd8ff', '89504e47', '504b0304', '47494638', '49492a00', 'd0cf11e0']
const isFile = (bytes: Buffer): boolean => beginnings.some((start) => bytes.toString('hex', 0, 4).startsWith(start))

/** Base64 of at least 18 bytes, with line breaks and escapes as messages have them. */
const base64 = /(?<![A-Za-z\d+/])[A-Za-z\d+/]{24,}(?:(?:\\+[rn/]|&#1[03];|[\r\n])+[A-Za-z\d+/]{4,})*={0,2}/g
const lineBreaks = /\\+[rn]|&#1[03];|[\r\n]/g

const digests = ['sm3', 'sha256', 'sha1', 'md5']
const texts = ['hex', 'base64'] as const

/** Digests of a file often stand beside it, and are checked. */
const withDigests = (text: string, before: Buffer, after: Buffer): string =>
  digests
    .flatMap((algorithm) => texts.map((as) => [before, after].map((of) => createHash(algorithm).update(of).digest(as))))
    .reduce(
      (changed, [was = '', is = '']) => changed.replaceAll(was, is).replaceAll(was.toUpperCase(), is.toUpperCase()),
      text,
    )

/** Text that travels as Base64, when it is some. */
function textIn(bytes: Buffer): { readonly text: string; readonly charset: Charset } | undefined {
  const declared = xmlCharsetOf(bytes) ?? 'utf-8'
  try {
    const text = decodeBody(bytes, declared)
    if (!/^\s*[<{[]/.test(text) || /[^\P{Cc}\t\r\n]/u.test(text)) return undefined
    return { text, charset: Buffer.from(text).equals(bytes) ? 'utf-8' : 'gb18030' }
  } catch {
    return undefined
  }
}

/** What stands for a file: its first bytes, so that it is still of its kind, and nothing of its content. */
const standIn = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, 8), Buffer.from('withheld')])

/**
 * Takes the content out of files that travel as Base64, and masks documents that do. What is neither, for example a ciphertext,
 * stays as it is.
 */
export function maskBase64(text: string, mask: (text: string) => string): string {
  let files: readonly Buffer[] = []
  const masked = text.replace(base64, (found) => {
    const bytes = Buffer.from(found.replace(lineBreaks, '').replaceAll('\\', ''), 'base64')
    if (isFile(bytes)) {
      files = [...files, bytes]
      return standIn(bytes).toString('base64')
    }
    const inside = textIn(bytes)
    if (!inside) return found
    const changed = mask(inside.text)
    return changed === inside.text ? found : iconv.encode(changed, inside.charset).toString('base64')
  })
  return files.reduce((changed, bytes) => withDigests(changed, bytes, standIn(bytes)), masked)
}
