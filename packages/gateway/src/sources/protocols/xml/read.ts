import { XMLParser } from 'fast-xml-parser'
import { isRecord } from '../path.ts'

/** What is kept of a document that is read. */
export interface XmlReading {
  /** Whether attributes are kept, as `@name` beside the elements; text beside them is `#text`. @default false */
  readonly attributes?: boolean
}

/**
 * Numbers stay strings (`01` and 19 digits survive) and names lose their prefix. Character references are read; entities of
 * the sender's own cannot be declared, see {@link readXml}.
 */
const parserOf = (attributes: boolean) =>
  new XMLParser({
    ignoreAttributes: !attributes,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: true,
    parseTagValue: false,
    trimValues: false,
    processEntities: true,
    htmlEntities: true,
    maxNestedTags: 100,
  })
const plain = parserOf(false)
const withAttributes = parserOf(true)

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
/** The same as one expression, to be applied from a position on. */
export const xmlToken: string = tokens.map(({ source }) => source).join('|')
const token = new RegExp(xmlToken, 'gy')

/** Read token by token, so that no declaration (entity bombs and references to files begin with one) hides between two of them. */
const isWithoutDeclarations = (text: string): boolean => {
  let read = 0
  for (const [found] of text.matchAll(token)) read += found.length
  return read === text.length
}

/**
 * Reads a whole, well-formed document without a document type, at most 100 elements deep; undefined when it is anything else.
 * Attributes are dropped unless asked for.
 */
export function readXml(text: string, { attributes = false }: XmlReading = {}): unknown {
  try {
    if (!isWithoutDeclarations(text)) return undefined
    const document: unknown = (attributes ? withAttributes : plain).parse(text, true)
    // The validator lets several empty roots pass.
    return isRecord(document) && Object.keys(document).length === 1 ? document : undefined
  } catch {
    // The parser's message may quote the document.
    return undefined
  }
}
