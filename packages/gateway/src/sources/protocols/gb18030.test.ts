import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { sameName } from '../reading/names.ts'
import { charsetOf, decodeBody, encodeText, percentEncode, xmlCharsetOf } from './charset.ts'
import { readJson } from './json.ts'
import { readXmlBytes } from './xml/read-bytes.ts'

/** Traps of GB 2312, GBK and GB18030, recomputed with an iconv package. */
const hex = (bytes: string) => Buffer.from(bytes.replaceAll(' ', ''), 'hex')
const read = (bytes: string) => decodeBody(hex(bytes), 'gb18030')

describe('GB18030', () => {
  it.each([
    ['a middle dot', 'a1a4', '·'],
    ['䶮, which strict GBK tables do not have', 'fe9f', '䶮'],
    ['a character of four bytes in the basic plane', '8139ee39', '㐀'],
    ['a character of four bytes beyond it', '95328236', '𠀀'],
    ['€ as GB18030 writes it', 'a2e3', '€'],
    ['€ as the GBK code page writes it', '80', '€'],
    ['乗, whose second byte is a backslash', '815c', '乗'],
  ])('has %s', (_what, bytes, text) => {
    expect(read(bytes)).toBe(text)
  })

  it.each(['gb2312', 'GBK', 'gb_2312-80', 'GB18030', 'gb18030-2022'])('is what %s is read as', (name) => {
    expect(charsetOf(`text/xml; charset=${name}`)).toBe('gb18030')
    expect(xmlCharsetOf(Buffer.from(`<?xml version='1.0' encoding='${name}'?><a/>`))).toBe('gb18030')
  })

  it('is read and written for every character there is, but the ones that have left the private use area', () => {
    const points = Array.from({ length: 0x10ffff }, (_, n) => n + 1).filter((n) => n < 0xd800 || n >= 0xe000)
    const text = points.map((point) => String.fromCodePoint(point)).join('')
    const read = Array.from(decodeBody(encodeText(text, 'gb18030'), 'gb18030'), (one) => one.codePointAt(0))
    const changed = points.filter((point, index) => read[index] !== point)
    expect(changed).toHaveLength(19)
    expect(changed.every((point) => point >= 0xe5e5 && point <= 0xe864)).toBe(true)
  })

  it('reads other dots of the same name as other characters, which compare equal all the same', () => {
    for (const dot of ['・', '•', '．', '‧'])
      expect(
        sameName(decodeBody(encodeText(`买买提${dot}山`, 'gb18030'), 'gb18030'), read('c2f2c2f2cce1a1a4c9bd')),
      ).toBe(true)
  })

  it('is escaped as JSON before it is encoded: a backslash byte may be half a character', () => {
    const body = encodeText(JSON.stringify({ name: '乗"\\' }), 'gb18030')
    expect(Buffer.from(body).toString('latin1')).toContain('\u0081\\')
    expect(readJson(decodeBody(body, 'gb18030'))).toEqual({ name: '乗"\\' })
  })

  it('is percent-encoded byte by byte', () => {
    expect(percentEncode('乗 𠀀', 'gb18030')).toBe('%81%5C+%952%826')
  })

  it.each([
    ['two bytes', 'c9dc d0cb', 3],
    ['four bytes', 'c9dc 95328236', 5],
    ['four bytes', 'c9dc 95328236', 4],
    ['four bytes', 'c9dc 95328236', 3],
  ])('cut inside a character of %s is a failure and no question mark', (_what, bytes, length) => {
    expect(() => decodeBody(hex(bytes).subarray(0, length), 'gb18030')).toThrow(
      expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }),
    )
  })

  it('keeps halves of surrogate pairs out of what is sent', () => {
    expect(decodeBody(encodeText('a\ud842b', 'gb18030'), 'gb18030')).toBe('a\ufffdb')
  })

  it('is found in the declaration of a document, also behind a byte order mark of another character set', () => {
    const document = '<?xml version="1.0" encoding="GBK"?><姓名>陈䶮㛃·𠀀</姓名>'
    expect(readXmlBytes(iconv.encode(document, 'gb18030'))).toEqual({ 姓名: '陈䶮㛃·𠀀' })
    expect(readXmlBytes(Buffer.from(`\ufeff${document}`))).toEqual({ 姓名: '陈䶮㛃·𠀀' })
  })
})
