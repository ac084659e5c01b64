import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
import { isRecord, type TreeRecord } from '../shared/tree.ts'

const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, ignoreAttributes: true })
const builder = new XMLBuilder({ suppressEmptyNode: false })

/** An XML document as nested records; undefined when it is not well formed. */
export const parseXml = (xml: string): Record<string, unknown> | undefined => {
  if (XMLValidator.validate(xml) !== true) return undefined
  const parsed: unknown = parser.parse(xml)
  return isRecord(parsed) ? parsed : undefined
}

/** The elements under a name, whether there are none, one or many. */
export const elements = (parent: unknown, name: string): unknown[] => {
  const found = isRecord(parent) ? parent[name] : undefined
  if (found === undefined || found === '') return []
  return Array.isArray(found) ? found : [found]
}

export const XML_HEAD = '<?xml version="1.0" encoding="GB18030"?>\n'

export const buildXml = (tree: TreeRecord): string => XML_HEAD + String(builder.build(tree))

/** CDATA cannot hold its own end: it is split there. */
export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
