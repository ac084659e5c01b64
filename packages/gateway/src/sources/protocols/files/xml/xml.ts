import { TongbanError } from '@tongban/schema'
import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { isRecord } from '../../path.ts'
import type { Cut, Head, Outcome, StreamFormat } from '../format.ts'
import { decodeText } from '../text.ts'
import { elementCutter } from './cut.ts'

/** How records of elements are written down. */
export interface XmlOptions {
  /** Where the records are, from the root: `RESPONSE.ROWS.ROW`. Prefixes of names do not matter. */
  readonly record: string
}

/** Numbers stay text; attributes become fields, as some systems write their rows in them. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
})
const builder = new XMLBuilder({ format: false, suppressEmptyNode: false })

const withoutLayout = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutLayout)
  if (!isRecord(value)) return value
  const fields = Object.entries(value).filter(([name, inner]) => name !== '#text' || String(inner).trim() !== '')
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutLayout(inner)]))
}

/** The fields of one record; undefined when it is not well-formed. */
function fieldsOf(text: string | undefined): unknown {
  try {
    const document: unknown = text === undefined ? undefined : parser.parse(text, true)
    const [fields] = isRecord(document) ? Object.values(document) : []
    return fields === '' ? {} : withoutLayout(fields)
  } catch {
    // The parser's message may quote the document.
    return undefined
  }
}

const read = ({ bytes }: Cut, { charset }: Head): Outcome => {
  const value = fieldsOf(decodeText(bytes, charset))
  return value === undefined
    ? { kind: 'fault', key: null, path: '', reason: `expected a well-formed element of ${charset} text` }
    : { kind: 'row', value }
}

/** XML 1.0 has no place for most control characters. */
const allowed = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}/gu, '')

/**
 * Elements of a document, one after the other, however long it is. A document that ends before its root is closed is cut, and
 * a failure as a whole.
 *
 * @example
 * xml({ record: 'RESPONSE.ROWS.ROW' })
 * @throws TongbanError `TB_CONFIG_INVALID` when the path has no root above the record
 */
export function xml({ record }: XmlOptions): StreamFormat {
  const path = record.split('.')
  const parents = path.slice(0, -1)
  if (parents.length === 0 || path.includes(''))
    throw new TongbanError('TB_CONFIG_INVALID', {
      path: 'protocol.format.record',
      detail: `${record}: name the elements from the root to the record, for example ROWS.ROW`,
    })
  return {
    kind: 'xml',
    hasTrailer: false,
    open: (head, maxRecordBytes) => ({
      start: head.bom,
      rowsBefore: 0,
      cutter: (from) =>
        elementCutter({ from, charset: head.charset, maxRecordBytes, path, open: from === head.bom ? [] : parents }),
      read: (cuts) => cuts.map((cut) => read(cut, head)),
      trailer: () => undefined,
    }),
    write(rows, charset) {
      const name = path.at(-1) ?? ''
      const inner = rows.map((row) => builder.build({ [name]: row })).join('\n')
      const opening = parents.map((parent) => `<${parent}>`).join('')
      const closing = parents
        .toReversed()
        .map((parent) => `</${parent}>`)
        .join('')
      return allowed(`<?xml version="1.0" encoding="${charset.toUpperCase()}"?>\n${opening}${inner}${closing}\n`)
    },
  }
}
