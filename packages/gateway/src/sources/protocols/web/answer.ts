import type { HttpResponse } from '../../source.ts'
import { type Charset, charsetOf, decodeBody, xmlCharsetOf } from '../charset.ts'
import { type Envelope, isJudgeable, openEnvelope } from '../envelope.ts'
import { readJson } from '../json.ts'
import { unreadable } from '../status.ts'
import { readXml, type XmlReading } from '../xml/read.ts'

/** In what a system answers. */
export type AnswerFormat = 'json' | 'xml'

/** How an answer is read. */
export interface AnswerReading extends XmlReading {
  readonly format: AnswerFormat
  /** What to assume when neither the answer's header nor its XML declaration says. */
  readonly charset: Charset
  readonly envelope: Envelope
}

const charsetOfAnswer = ({ headers, body }: HttpResponse, { format, charset }: AnswerReading): Charset =>
  charsetOf(headers['content-type']) ?? (format === 'xml' ? xmlCharsetOf(body) : undefined) ?? charset

/**
 * Decodes an answer, reads it and opens its envelope. The HTTP status does not decide; it only explains what cannot be read.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE`, `TB_SOURCE_AUTH`, `TB_SOURCE_UNAVAILABLE`, `TB_SOURCE_REFUSED`
 */
export function openAnswer(response: HttpResponse, reading: AnswerReading): unknown {
  const { format, envelope } = reading
  const text = decodeBody(response.body, charsetOfAnswer(response, reading))
  const answer = format === 'json' ? readJson(text) : readXml(text.trim(), reading)
  const expected = format === 'json' ? 'JSON' : 'an XML document'
  if (answer === undefined || (response.status >= 300 && !isJudgeable(envelope, answer)))
    throw unreadable(response, text, expected)
  return openEnvelope(envelope, answer)
}
