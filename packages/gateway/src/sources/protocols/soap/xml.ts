import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { isRecord } from '../path.ts'

/** A document to be written: elements by name, lists as repeated elements. `undefined` is left out, `''` and `null` are empty elements. */
export interface XmlTree {
  readonly [element: string]: XmlValue | undefined
}
export type XmlValue = string | number | boolean | null | XmlTree | readonly XmlValue[]

/**
 * Numbers stay strings (`01` and 19 digits survive), names lose their prefix, attributes are dropped. Character references
 * are read; entities of the sender's own cannot be declared, see {@link readXml}.
 */
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
})

const builder = new XMLBuilder({ format: false, suppressEmptyNode: false, cdataPropName: '__cdata' })

/**
 * The tokens a message may consist of: text, comments, CDATA, processing instructions and tags. Where parsers disagree about
 * the end of a token (a quote or a bracket in an instruction, `<` in an attribute), there is no token.
 */
const tokens = [
  /[^<]+/,
  /<!--[\s\S]*?-->/,
  /<!\[CDATA\[[\s\S]*?\]\]>/,
  /<\?(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*?\?>/,
  /<\/[^<>"']*>/,
  /<[^<>"'!?/](?:[^<>"']|"[^"<]*"|'[^'<]*')*>/,
]
const token = new RegExp(tokens.map(({ source }) => source).join('|'), 'gy')

/** Read token by token, so that no declaration (entity bombs and references to files begin with one) hides between two of them. */
const isWithoutDeclarations = (text: string): boolean => {
  let read = 0
  for (const [found] of text.matchAll(token)) read += found.length
  return read === text.length
}

/** Reads a whole, well-formed document without a document type; undefined when it is anything else. */
export function readXml(text: string): unknown {
  try {
    if (!isWithoutDeclarations(text)) return undefined
    const document: unknown = parser.parse(text, true)
    // The validator lets several empty roots pass.
    return isRecord(document) && Object.keys(document).length === 1 ? document : undefined
  } catch {
    // The parser's message may quote the document.
    return undefined
  }
}

/** XML 1.0 has no place for most control characters nor for halves of surrogate pairs, escaped or not. */
const allowed = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, '')

/** Writes elements, with everything escaped that must be. */
export const writeXml = (tree: XmlTree): string => allowed(builder.build(tree))

/** A text as CDATA; the builder splits it where it contains `]]>` itself. */
export const cdata = (text: string): XmlTree => ({ __cdata: text })
