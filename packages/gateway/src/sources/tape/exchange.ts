import iconv from 'iconv-lite'
import { charsetOf, decodeBody } from '../protocols/charset.ts'
import type { HttpRequest, HttpResponse } from '../source.ts'
import type { HttpEntry, TapeBody } from './entry.ts'
import { withoutPercents } from './legible.ts'
import type { MaskText } from './mask-text.ts'

/** Headers of answers that mean something to a protocol and nothing to a person. */
const keptHeaders = ['content-type', 'retry-after', 'c-response-desc']

const headerOf = (headers: Readonly<Record<string, string>> | undefined, name: string): string | undefined =>
  Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1]

const bytesOf = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? Buffer.from(body) : body)

const encodingDeclared = (body: Uint8Array): string =>
  /encoding=["']([\w-]+)/i.exec(Buffer.from(body.subarray(0, 100)).toString('latin1'))?.[1] ?? ''

const omitted = ({ length }: Uint8Array): TapeBody => ({
  text: '',
  charset: 'utf-8',
  ...(length > 0 ? { omittedBytes: length } : {}),
})

function keep(body: Uint8Array, contentType: string | undefined, mask: MaskText): TapeBody {
  const declared = charsetOf(contentType) ?? (/^gb/i.test(encodingDeclared(body)) ? 'gb18030' : 'utf-8')
  try {
    const text = decodeBody(body, declared)
    // Every other byte of UTF-16 is NUL: numbers in it would look like single digits.
    if (text.includes('\0')) return omitted(body)
    // Which of the two it really was shows by which of them writes the same bytes again.
    const charset = Buffer.from(text).equals(body) ? 'utf-8' : declared
    return { text: mask(text), charset }
  } catch {
    return omitted(body)
  }
}

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** A request as a tape knows it: without origin, headers and secrets. Equal questions give equal texts. */
export function keptRequest(request: HttpRequest, mask: MaskText): HttpEntry['request'] {
  const action = headerOf(request.headers, 'soapaction')
  const body = request.body === undefined ? undefined : bytesOf(request.body)
  return {
    method: request.method,
    path: mask(withoutPercents(pathOf(request.url))),
    ...(action === undefined ? {} : { action: mask(action) }),
    ...(body === undefined
      ? {}
      : { body: keep(body, headerOf(request.headers, 'content-type'), (text) => mask(withoutPercents(text))) }),
  }
}

/** An answer as a tape keeps it. */
export const keptResponse = ({ status, headers, body }: HttpResponse, mask: MaskText): HttpEntry['response'] => ({
  status,
  headers: Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      keptHeaders.includes(name) ? [[name, mask(withoutPercents(value))]] : [],
    ),
  ),
  body: keep(body, headers['content-type'], mask),
})

/** The answer that a tape keeps. */
export const playedResponse = ({ status, headers, body }: HttpEntry['response']): HttpResponse => ({
  status,
  headers,
  body: iconv.encode(body.text, body.charset),
})
