import { XMLParser } from 'fast-xml-parser'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Certificate } from '../certificate.ts'
import { faceGroups } from '../face.ts'
import type { CopyNote } from './copy.ts'

// GB/T 33190-2016. One page of text; enough for any OFD reader, and the same bytes every time.

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

const escapeXml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const customData = (name: string, value: string): string =>
  `<ofd:CustomData Name="${name}">${escapeXml(value)}</ofd:CustomData>`

const rootXml = (
  certificate: Certificate,
  note: CopyNote,
): string => `${HEAD}<ofd:OFD ${NAMESPACE} DocType="OFD" Version="1.0">
<ofd:DocBody><ofd:DocInfo><ofd:DocID>${certificate.identifier.replaceAll('.', '')}</ofd:DocID><ofd:Title>${escapeXml(certificate.type.name)}</ofd:Title><ofd:Author>${escapeXml(certificate.issuer.name)}</ofd:Author><ofd:CreationDate>${certificate.issuedOn}</ofd:CreationDate>
<ofd:CustomDatas>${customData('ZZBS', certificate.identifier)}${customData('JZJZZSY', note.cause)}${customData('JZJYXQJZSJ', note.expires)}</ofd:CustomDatas></ofd:DocInfo>
<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`

const documentXml = `${HEAD}<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>200</ofd:MaxUnitID>
<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>
<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`

const resourcesXml = `${HEAD}<ofd:Res ${NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`

const textObject = (line: string, index: number): string => {
  const size = index === 0 ? 8 : 4.5
  const y = 30 + index * 9
  return `<ofd:TextObject ID="${10 + index}" Boundary="20 ${y} 170 ${size + 2}" Font="2" Size="${size}"><ofd:TextCode X="0" Y="${size}">${escapeXml(line)}</ofd:TextCode></ofd:TextObject>`
}

const pageXml = (lines: readonly string[]): string =>
  `${HEAD}<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer ID="3">${lines.map(textObject).join('')}</ofd:Layer></ofd:Content></ofd:Page>`

const linesOf = (certificate: Certificate, note: CopyNote): string[] => [
  certificate.type.name,
  ...faceGroups(certificate)
    .flat()
    .map(({ name, value }) => `${name}:${value}`),
  ...(note.cause ? [`仅用于:${note.cause}${note.expires ? ` 有效期至:${note.expires}` : ''}`] : []),
]

/** The certificate's file; a copy carries the cause of its use on the page and in its document information. */
export const writeOfd = (certificate: Certificate, note: CopyNote): Uint8Array => {
  const parts: Record<string, string> = {
    'OFD.xml': rootXml(certificate, note),
    'Doc_0/Document.xml': documentXml,
    'Doc_0/PublicRes.xml': resourcesXml,
    'Doc_0/Pages/Page_0/Content.xml': pageXml(linesOf(certificate, note)),
  }
  const files: Zippable = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))
  // A fixed time in the archive: verification compares bytes.
  return zipSync(files, { mtime: new Date(2020, 0, 1), level: 6 })
}

const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '',
})

/** What an OFD of this platform says about itself; undefined when it is none. */
export const readOfd = (bytes: Uint8Array): { identifier: string; note: CopyNote } | undefined => {
  try {
    const root = unzipSync(bytes)['OFD.xml']
    const parsed: unknown = root && parser.parse(strFromU8(root))
    const pairs = customDatas(parsed)
    const identifier = pairs.get('ZZBS')
    return identifier
      ? { identifier, note: { cause: pairs.get('JZJZZSY') ?? '', expires: pairs.get('JZJYXQJZSJ') ?? '' } }
      : undefined
  } catch {
    return undefined // not a zip, or not XML inside: simply not one of our files
  }
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )

const customDatas = (root: unknown): Map<string, string> => {
  const list = at(root, 'OFD', 'DocBody', 'DocInfo', 'CustomDatas', 'CustomData')
  const entries = Array.isArray(list) ? list : [list]
  return new Map(entries.map((each: unknown) => [String(at(each, 'Name')), String(at(each, '#text') ?? '')]))
}
