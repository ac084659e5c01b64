import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from './read.ts'
import { cdata, writeXml } from './write.ts'

describe('reading XML', () => {
  it('drops prefixes and attributes and keeps numbers as they are written', () => {
    expect(readXml('<a:r xmlns:a="x" y="1"><a:n>007</a:n><m>2025112810004300558</m></a:r>')).toEqual({
      r: { n: '007', m: '2025112810004300558' },
    })
  })

  it('gives the text of CDATA unchanged and of character references decoded', () => {
    expect(readXml('<r><a><![CDATA[<b>&lt;</b>]]></a><c>&lt;&#20108;&#x4e00;&amp;</c></r>')).toEqual({
      r: { a: '<b>&lt;</b>', c: '<二一&' },
    })
  })

  it.each([
    ['an entity bomb', '<!DOCTYPE r [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]><r>&b;</r>'],
    ['a reference to a file', '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><r>&f;</r>'],
    ['a document type inside', '<r><!doctype r [<!ENTITY a "x">]>&a;</r>'],
    [
      'a document type behind an instruction that opens a comment',
      '<?x <!-- ?><!DOCTYPE r [<!ENTITY a "EXPANDED">]><r>&a;</r><!-- -->',
    ],
    [
      'a document type behind an instruction that opens CDATA',
      '<?x <![CDATA[ ?><!DOCTYPE r [<!ENTITY a "EXPANDED">]><r>&a;<![CDATA[]]></r>',
    ],
    [
      'a document type behind an instruction with a quote',
      '<?x "?><!-- "?><!DOCTYPE r [<!ENTITY a "EXPANDED">]><!-- --><r>&a;</r>',
    ],
    [
      'a document type behind an attribute that opens a comment',
      '<r><a b="<!--"/><!DOCTYPE r [<!ENTITY a "EXPANDED">]>&a;<!-- --></r>',
    ],
    ['a cut document', '<r><a>1</a'],
    ['an unclosed document', '<r><a>1</a>'],
    ['two roots', '<a/><b/>'],
    ['a poisoned name', '<r><__proto__>1</__proto__></r>'],
    ['text', 'hello'],
    ['nothing', ''],
  ])('refuses %s', (_name, text) => {
    expect(readXml(text)).toBeUndefined()
  })

  it('leaves text alone that only looks like a declaration', () => {
    expect(readXml('<r><![CDATA[<!DOCTYPE html>]]></r>')).toEqual({ r: '<!DOCTYPE html>' })
    expect(readXml('<!-- <!DOCTYPE r> --><r>1</r>')).toEqual({ r: '1' })
  })

  it('reads what stands before and within a root: declaration, comments, instructions, brackets in attributes', () => {
    const prolog = '<?xml version="1.0" encoding="GB18030"?>\n<!-- one -- two? -->'
    expect(readXml(`${prolog}<r a="1>0"><?x?><b c='">'/>2</r>`)).toEqual({ r: { b: '', '#text': '2' } })
  })

  it('expands nothing that a message declares, wherever the declaration hides', () => {
    const piece = fc.constantFrom(
      '<!DOCTYPE r [<!ENTITY a "EXPANDED">]>',
      ...['<?x ', '?>', '<!--', '-->', '<![CDATA[', ']]>', '"', "'", '<r>', '</r>', '<r b="', '">', '&a;', ' '],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readXml(`${pieces.join('')}<r>&a;</r>`)
        expect(JSON.stringify(read) ?? '').not.toMatch(/(?<!\\")EXPANDED/)
      }),
      { numRuns: 200 },
    )
  })
})

describe('writing XML', () => {
  it('repeats lists, writes empty elements and leaves undefined ones out', () => {
    expect(writeXml({ r: { x: ['1', 2], e: '', n: null, u: undefined } })).toBe('<r><x>1</x><x>2</x><e></e><n/></r>')
  })

  it.each(['a><evil/><b', 'a b="1"', '@a"b', '', '?xml', '!--', '1a', 'a\n', '#texts'])(
    'refuses the name %j, which would say something else',
    (name) => {
      for (const tree of [{ [name]: '1' }, { r: { [name]: '1' } }, { r: [{ x: { [name]: null } }] }])
        expect(() => writeXml(tree)).toThrow(expect.objectContaining({ code: 'TB_SOURCE_REFUSED' }))
    },
  )

  it('takes names in Chinese, with prefixes, and of attributes', () => {
    expect(writeXml({ 'ws:姓名': { '@xsi:type': 't', '#text': '<' } })).toBe('<ws:姓名 xsi:type="t">&lt;</ws:姓名>')
  })

  it('drops characters that XML does not know', () => {
    expect(writeXml({ r: 'a\u0000\u000bb\tc' })).toBe('<r>ab\tc</r>')
  })

  const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{Cc}|^\s|\s$/u.test(text))

  it('is read back, whatever people type', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(readXml(writeXml({ r: text }))).toEqual({ r: text })
        expect(readXml(writeXml({ r: cdata(text) }))).toEqual({ r: text })
      }),
    )
    expect(readXml(writeXml({ r: cdata('a]]>b]]') }))).toEqual({ r: 'a]]>b]]' })
  })
})
