import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { charsetOf, decodeBody } from './charset.ts'

const gb = (text: string) => iconv.encode(text, 'gb18030')
const utf8 = (text: string) => Buffer.from(text)

describe('a declared character set', () => {
  it.each([
    ['text/xml; charset=GB18030', 'gb18030'],
    ['text/xml; charset="gbk"', 'gb18030'],
    ['text/html;charset=gb2312', 'gb18030'],
    ["text/xml; charset = 'GBK'", 'gb18030'],
    ['text/xml;charset=cp936', 'gb18030'],
    ['text/xml;charset=MS936', 'gb18030'],
    ['text/xml;charset=x-gbk', 'gb18030'],
    ['text/xml;charset=EUC-CN', 'gb18030'],
    ['application/json; charset=UTF-8', 'utf-8'],
    ['application/json; charset=utf8', 'utf-8'],
    ['text/html; charset=ISO-8859-1', undefined],
    ['application/json', undefined],
    [undefined, undefined],
  ] as const)('of %s is %s', (contentType, charset) => {
    expect(charsetOf(contentType)).toBe(charset)
  })
})

describe('a body', () => {
  // Rare characters of names, four bytes in GB18030; € and 䶮, which strict GBK tables read wrongly or not at all.
  it.each([['陈䶮·㛃'], ['㐀𠀀€'], ['plain'], ['']])('%s is read in both character sets', (text) => {
    expect(decodeBody(gb(text), 'gb18030')).toBe(text)
    expect(decodeBody(utf8(text), 'utf-8')).toBe(text)
  })

  it('is read where the declaration is plainly wrong', () => {
    expect(decodeBody(utf8('行政审批系统'), 'gb18030')).toBe('行政审批系统')
    // Long enough to hold byte triples that are ideographs in UTF-8 by accident.
    const long = Array.from({ length: 2_000 }, (_, n) => String.fromCodePoint(0x4e00 + n * 7)).join('')
    expect(decodeBody(gb(long), 'utf-8')).toBe(long)
  })

  it('that declares GB18030 is not taken for UTF-8 because of a few lucky bytes', () => {
    // 联通 is the classic: its GB bytes look like UTF-8 to careless detectors.
    expect(decodeBody(gb('联通'), 'gb18030')).toBe('联通')
  })

  it.each(['张三', '欧阳', '李小明', '陈䶮', '买买提·阿布', '中国（绍兴）'])(
    'of no more than the name %s is read whatever it declares',
    (name) => {
      for (const text of [name, `{"name":"${name}"}`, `<xm>${name}</xm>`]) {
        expect(decodeBody(utf8(text), 'gb18030')).toBe(text)
        expect(decodeBody(gb(text), 'utf-8')).toBe(text)
      }
    },
  )

  it.each([
    ['utf-8', '{"name":"绍兴市行政审批系统陈䶮·𠀀"}'],
    ['gb18030', '{"name":"绍兴市行政审批系统陈䶮·𠀀"}'],
    ['utf-8', '{"name":"张三·𠀀"}'],
    ['gb18030', '<xm>张三·𠀀</xm>'],
  ] as const)('in %s that is cut at any byte is the beginning of itself or a failure', (charset, text) => {
    const bytes = charset === 'utf-8' ? utf8(text) : gb(text)
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length)
      try {
        expect(text.startsWith(decodeBody(cut, charset)), `${length} bytes`).toBe(true)
      } catch (error) {
        expect(error, `${length} bytes`).toMatchObject({ code: 'TB_SOURCE_SHAPE' })
      }
    }
  })

  it('loses its byte order mark', () => {
    expect(decodeBody(utf8('\uFEFF{}'), 'utf-8')).toBe('{}')
    expect(decodeBody(gb('\uFEFF<a/>'), 'gb18030')).toBe('<a/>')
  })

  it('that is cut inside a character is a failure and not a question mark', () => {
    const cut = Buffer.concat([utf8('{"a":"行政审批系统'), utf8('䶮').subarray(0, 2)])
    expect(() => decodeBody(cut, 'utf-8')).toThrow(expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }))
    expect(() => decodeBody(gb('𠀀').subarray(0, 3), 'gb18030')).toThrow(
      expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }),
    )
  })
})
