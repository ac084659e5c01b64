import iconv from 'iconv-lite'
import { sourceFailure } from '../failures.ts'

/** Character sets departmental systems send. GB2312 and GBK are read as GB18030, which contains both. */
export type Charset = 'utf-8' | 'gb18030'

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  gb18030: new TextDecoder('gb18030', { fatal: true }),
}
const tryDecode = (body: Uint8Array, charset: Charset): string | undefined => {
  try {
    return decoders[charset].decode(body)
  } catch {
    return undefined
  }
}

/** Names of GB 2312 and its successors: of IANA, of Windows, of Java and of databases. */
const gbName = /^(?:x-)?(?:gb|cp936|ms936|windows-936|euc[-_]?cn)/

/**
 * The character set a `Content-Type` names, if it is one of ours. ISO-8859-1 and others are what containers write of themselves:
 * no departmental system means them.
 */
export function charsetOf(contentType: string | undefined): Charset | undefined {
  const name = /charset\s{0,8}=\s{0,8}["']?([\w-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? ''
  if (gbName.test(name)) return 'gb18030'
  return /^utf-?8$/.test(name) ? 'utf-8' : undefined
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0
const ideographs = (text: string): number => count(text, /[\u3400-\u9fff]/g)

/**
 * Four ideographs that are well-formed UTF-8 are not GB18030 by accident: common characters there are never such byte triples.
 * Neither are two, as in most names, when there is nothing else beyond ASCII but dots and marks.
 */
const looksLikeChineseUtf8 = (text: string): boolean =>
  ideographs(text) >= 4 || (ideographs(text) >= 2 && !/[^\p{ASCII}\p{Script=Han}\p{P}]/u.test(text))

/** UTF-8 with a fault in it, for example cut inside a character: as GB18030 it would be readable nonsense. */
const isBrokenUtf8 = (body: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(body)
  return isCutUtf8(body) || (looksLikeChineseUtf8(text) && ideographs(text) > count(text, /\ufffd/g))
}

/** UTF-8 whose only fault is that its last character is not whole. */
const isCutUtf8 = (body: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body, { stream: true })
    return true
  } catch {
    return false
  }
}

const decode = (body: Uint8Array, declared: Charset): string | undefined => {
  const utf8 = tryDecode(body, 'utf-8')
  if (declared === 'utf-8') return utf8 ?? (isBrokenUtf8(body) ? undefined : tryDecode(body, 'gb18030'))
  return utf8 !== undefined && looksLikeChineseUtf8(utf8) ? utf8 : (tryDecode(body, 'gb18030') ?? utf8)
}

/**
 * Decodes a body by its declared character set, or by the other one where the declaration is plainly wrong. A byte order mark
 * is dropped.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when it is neither, for example cut inside a character
 */
export function decodeBody(body: Uint8Array, declared: Charset): string {
  const text = decode(body, declared)
  if (text === undefined) throw sourceFailure('TB_SOURCE_SHAPE', { detail: `the body is not ${declared} text` })
  return text.replace(/^\uFEFF/, '')
}

/** The character set that the declaration of an XML document names, if it is one of ours. */
export function xmlCharsetOf(body: Uint8Array): Charset | undefined {
  // The declaration is ASCII in every character set that we read.
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 200)).toString('latin1')
  const name = /^\s*(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1]
  return name === undefined ? undefined : charsetOf(`charset=${name}`)
}

/** Text in a character set. GB18030 holds all of Unicode, so nothing is lost; halves of surrogate pairs become U+FFFD. */
export const encodeText = (text: string, charset: Charset): Uint8Array => iconv.encode(text.toWellFormed(), charset)

const unreserved = /[A-Za-z0-9*._-]/

/** One part of a query or a form, percent-encoded byte by byte in a character set, blanks as `+` (WHATWG URL §5.1). */
export const percentEncode = (text: string, charset: Charset): string =>
  Array.from(encodeText(text, charset), (byte) => {
    const character = String.fromCharCode(byte)
    if (unreserved.test(character)) return character
    return byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')

/** Names and values as in a query or a form; undefined values are left out. */
export const percentEncodeAll = (
  values: Readonly<Record<string, string | number | undefined>>,
  charset: Charset = 'utf-8',
): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : `${percentEncode(name, charset)}=${percentEncode(String(value), charset)}`,
    )
    .join('&')
