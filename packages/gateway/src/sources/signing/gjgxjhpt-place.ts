import type { HttpRequest } from '../source.ts'
import { withHeaders, withQuery } from './signer.ts'

/** Where the four values travel: in headers, in the query, or as elements of the SOAP header. */
export type GjgxjhptPlace = 'HEADER' | 'QUERY' | 'SOAP_HEADER'

type Values = Readonly<Record<string, string>>

const escaped = (text: string): string =>
  text
    .replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\x20-\x7e]/gu, (sign) => `&#${sign.codePointAt(0)};`)

const elements = (values: Values): string =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join('')

const envelopeTag = /<(?:([\w.-]+):)?Envelope(?:\s[^<>]*)?>/
const headerTag = /<(?:[\w.-]+:)?Header(?:\s[^<>]*[^/<>])?>/

/**
 * Bytes that are not ASCII pass through unread, whatever the character set: none of those in use has `<` or `>` inside of
 * another character.
 */
function inSoapHeader(message: string, values: Values): string {
  const envelope = envelopeTag.exec(message)
  if (!envelope) throw new TypeError('There is no SOAP envelope to put a signature into.')
  const after = envelope.index + envelope[0].length
  const header = headerTag.exec(message.slice(after))
  // a header inside the body is somebody else's
  const isAtStart = header !== null && message.slice(after, after + header.index).trim() === ''
  if (isAtStart) {
    const inside = after + header.index + header[0].length
    return message.slice(0, inside) + elements(values) + message.slice(inside)
  }
  const name = envelope[1] === undefined ? 'Header' : `${envelope[1]}:Header`
  return `${message.slice(0, after)}<${name}>${elements(values)}</${name}>${message.slice(after)}`
}

/** The request with the four values in their place. @throws TypeError when a SOAP header is wanted and there is no envelope */
export function placeValues(request: HttpRequest, place: GjgxjhptPlace, values: Values): HttpRequest {
  if (place === 'HEADER') return withHeaders(request, values)
  if (place === 'QUERY') return withQuery(request, values)
  const body = Buffer.from(request.body ?? '').toString('latin1')
  return { ...request, body: Buffer.from(inSoapHeader(body, values), 'latin1') }
}
