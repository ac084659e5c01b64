import { sourceFailure } from '../../failures.ts'
import { type Charset, charsetOf, decodeBody, xmlCharsetOf } from '../../protocols/charset.ts'
import { readJson } from '../../protocols/json.ts'
import { readXml } from '../../protocols/xml/read.ts'
import type { ReceivedRequest, Verifier } from './verifier.ts'

/** A message whose signature is right, to be read by a source file. Its readers throw `TB_SOURCE_SHAPE` for what is not what they read. */
export interface ReceivedMessage extends ReceivedRequest {
  /** @param charset when neither the header nor an XML declaration says. @default 'utf-8' */
  text(charset?: Charset): string
  json(charset?: Charset): unknown
  /** Elements by name, as in answers of XML sources. */
  xml(charset?: Charset): unknown
}

/** What a department may send to us of itself (推送). */
export interface Inbound<CaseReport = unknown> {
  /** Whether a message is from the department. Without `VALID` it is not read. */
  readonly verify: Verifier
  /** The cases a message tells of, as `cases.byNumbers` would. @throws whatever: the sender is told that the message cannot be read */
  readonly cases?: (message: ReceivedMessage) => readonly CaseReport[]
}

const readable = (value: unknown, expected: string): unknown => {
  if (value === undefined)
    throw sourceFailure('TB_SOURCE_SHAPE', { detail: `a broken or cut body instead of ${expected}` })
  return value
}

/** Makes a request readable. */
export function messageOf(request: ReceivedRequest): ReceivedMessage {
  const { headers, body } = request
  const text = (charset: Charset = 'utf-8'): string =>
    decodeBody(body, charsetOf(headers['content-type']) ?? xmlCharsetOf(body) ?? charset)
  return {
    ...request,
    text,
    json: (charset) => readable(readJson(text(charset)), 'JSON'),
    xml: (charset) => readable(readXml(text(charset).trim()), 'an XML document'),
  }
}
