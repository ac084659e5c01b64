import { XMLBuilder } from 'fast-xml-parser'
import type { Charset } from '../charset.ts'

/**
 * A document to be written: elements by name, lists as repeated elements. `undefined` is left out, `''` and `null` are empty
 * elements. Names that begin with `@` are attributes; `#text` is the text of an element that has attributes.
 */
export interface XmlTree {
  readonly [element: string]: XmlValue | undefined
}
export type XmlValue = string | number | boolean | null | XmlTree | readonly XmlValue[]

const builder = new XMLBuilder({
  format: false,
  suppressEmptyNode: false,
  cdataPropName: '__cdata',
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
})

/** XML 1.0 has no place for most control characters nor for halves of surrogate pairs, escaped or not. */
const allowed = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, '')

/** Writes elements, with everything escaped that must be. */
export const writeXml = (tree: XmlTree): string => allowed(builder.build(tree))

/** A text as CDATA; the builder splits it where it contains `]]>` itself. */
export const cdata = (text: string): XmlTree => ({ __cdata: text })

/** `<?xml version="1.0" encoding="GB18030"?>` */
export const xmlDeclaration = (charset: Charset): string => `<?xml version="1.0" encoding="${charset.toUpperCase()}"?>`

/** A whole document: declaration and elements. */
export const writeDocument = (tree: XmlTree, charset: Charset = 'utf-8'): string =>
  xmlDeclaration(charset) + writeXml(tree)

/** A document as the text of an element (XML 套 XML): in CDATA or escaped. */
export const xmlText = (
  tree: XmlTree,
  { charset = 'utf-8', spelling = 'cdata' }: { charset?: Charset; spelling?: 'cdata' | 'escaped' } = {},
): XmlTree | string => {
  const text = writeDocument(tree, charset)
  return spelling === 'cdata' ? cdata(text) : text
}
