import { describe, expect, it } from 'vitest'
import { decodeBody } from '../protocols/charset.ts'
import { readJson } from '../protocols/json.ts'
import { readWsdl } from '../protocols/soap/wsdl.ts'
import { readXml } from '../protocols/xml/read.ts'
import { readDate } from '../reading/dates.ts'
import { readDecimal } from '../reading/decimals.ts'
import { htmlTables, htmlText } from '../reading/html.ts'
import { firstMistake } from './runner.ts'

/** One piece over and over: what makes parsers recursive, quadratic or large. 200,000 characters are enough to see it. */
const filled = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length))
const pieces = {
  html: [
    '<b>',
    '<b></i>',
    '<table><tr><td>',
    '<td>',
    '<!--',
    '<![CDATA[',
    '<a b="',
    '&lt;',
    '<tr><td rowspan=100 colspan=100>x',
  ],
  xml: ['<b>', '<b/>', '<!--', '<![CDATA[', '<a b="', '<?', '&#65;', '<!DOCTYPE a [<!ENTITY b "&b;">]>'],
  json: ['[', '{"a":', '"\\"', '",', '1,', ',', '9', '"\\u005f"'],
  bytes: ['\u00ff', '\u0081', 'a'],
  text: ['9', ' ', '1,', '-', '年', '0.'],
}
const parsers: readonly (readonly [string, keyof typeof pieces, (text: string) => unknown])[] = [
  ['tables', 'html', htmlTables],
  ['text of a page', 'html', htmlText],
  ['XML', 'xml', (text) => [readXml(text), readXml(`<r>${text}</r>`)]],
  ['service descriptions', 'xml', (text) => readWsdl(`<definitions>${text}</definitions>`)],
  ['JSON', 'json', (text) => [readJson(text), readJson(`["${text}`)]],
  ['GB18030', 'bytes', (text) => decodeBody(Buffer.from(text, 'latin1'), 'gb18030')],
  ['UTF-8', 'bytes', (text) => decodeBody(Buffer.from(text, 'latin1'), 'utf-8')],
  ['dates and numbers', 'text', (text) => [readDate(text), readDecimal(text)]],
]

describe.each(parsers)('%s', (_name, kind, read) => {
  it.each(pieces[kind])('of nothing but %s end in time, with a value or a typed failure', (piece) => {
    const input = { of: () => filled(piece), sizeOf: (text: string) => text.length }
    expect(firstMistake([0], input, read, 500)).toBeUndefined()
  })
})

it('JSON never changes what objects inherit, however the name is written', () => {
  const read = readJson(
    '{"__proto__":{"evil":1},"a":[{"\\u005f\\u005fproto__":{"evil":1}}],"constructor":{"prototype":{}}}',
  )
  expect(JSON.stringify(read)).toBe('{"a":[{}],"constructor":{"prototype":{}}}')
})
