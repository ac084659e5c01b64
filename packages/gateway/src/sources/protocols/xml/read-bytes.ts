import { type Charset, decodeBody, xmlCharsetOf } from '../charset.ts'
import { readXml, type XmlReading } from './read.ts'

/**
 * Reads a document from bytes in the character set that its declaration names, else in `charset`; undefined when it is no document.
 * For documents that travel inside messages as Base64.
 *
 * @throws TongbanError `TB_SOURCE_SHAPE` when the bytes are no text
 */
export const readXmlBytes = (
  bytes: Uint8Array,
  { charset = 'utf-8', ...reading }: XmlReading & { readonly charset?: Charset } = {},
): unknown => readXml(decodeBody(bytes, xmlCharsetOf(bytes) ?? charset).trim(), reading)
