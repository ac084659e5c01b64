import { XMLBuilder } from 'fast-xml-parser'
import { sourceFailure } from '../../failures.ts'
import type { Charset } from '../charset.ts'
import { isRecord } from '../path.ts'

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

/** Names of elements and attributes (XML 1.0 §2.3), and the two that mean content. */
const name = /^(?:@?[\p{L}_][\p{L}\p{M}\p{N}_.:-]*|#text|__cdata)$/u

/** The builder writes names as they are: one that comes from a form could end its element and begin another. */
function checkNames(value: unknown): void {
  if (Array.isArray(value)) for (const one of value) checkNames(one)
  else if (isRecord(value))
    for (const [key, one] of Object.entries(value)) {
      if (!name.test(key))
        throw sourceFailure('TB_SOURCE_REFUSED', { detail: 'an element has a name that XML cannot have' })
      checkNames(one)
    }
}

/**
 * Writes elements, with everything escaped that must be.
 *
 * @throws TongbanError `TB_SOURCE_REFUSED` for a name that is none in XML
 */
export function writeXml(tree: XmlTree): string {
  checkNames(tree)
  return allowed(builder.build(tree))
}

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
