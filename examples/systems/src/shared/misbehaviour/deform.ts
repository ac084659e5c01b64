import iconv from 'iconv-lite'
import type { Mood } from './behaviour.ts'

/** A body as it goes over the wire. */
export interface WireBody {
  readonly contentType: string
  readonly charset: 'utf-8' | 'gb18030'
  readonly bytes: Buffer
}

const other = { 'utf-8': 'gb18030', gb18030: 'utf-8' } as const

const reencode = (body: WireBody): Buffer => iconv.encode(iconv.decode(body.bytes, body.charset), other[body.charset])

/** Cuts at the wanted share, then moves into the next multi-byte character so that it stays half a character. */
const cut = (bytes: Buffer, keep: number): Buffer => {
  const wanted = Math.floor(bytes.length * keep)
  const lead = bytes.findIndex((byte, index) => index >= wanted && byte >= 0xc0)
  return bytes.subarray(0, lead === -1 ? wanted : lead + 1)
}

/** Spoils the answer's bytes: charset, byte order mark, length. */
export const deform = (body: WireBody, mood: Mood): Buffer => {
  if (mood.find('empty-body')) return Buffer.alloc(0)
  const bytes = mood.find('wrong-charset') ? reencode(body) : body.bytes
  const marked = mood.find('bom') ? Buffer.concat([iconv.encode('\uFEFF', body.charset), bytes]) : bytes
  const cutting = mood.find('cut')
  return cutting ? cut(marked, cutting.keep ?? 0.6) : marked
}
