import { createHash } from 'node:crypto'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { firstMistake } from '../fuzz/runner.ts'
import { readJson } from '../protocols/json.ts'
import { readXml } from '../protocols/xml/read.ts'
import { readDate } from '../reading/dates.ts'
import { keptRequest, keptResponse } from './exchange.ts'
import { createMask } from './mask-text.ts'
import { createPseudonyms } from './pseudonyms.ts'

const standIns = createPseudonyms(new Uint8Array(32))
const mask = createMask(standIns, { allWords: false })
const strict = createMask(standIns, { allWords: true })
const id = '110105194912310021'
const name = '欧阳小三'
const gone = /110105|110 ?105|1949|13800138000|8000|88888888|欧阳|小三|SMITH|s3cret|12345/
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')

describe('what tells of a person', () => {
  it.each([
    ['a resident number in groups', '"n":"110105 1949 1231 0021"'],
    ['a resident number in fours', '1101 0519 4912 3100 21'],
    ['a resident number with dashes', '110105-19491231-0021'],
    ['a resident number of full width', '１１０１０５１９４９１２３１００２Ｘ'],
    ['a resident number behind letters', `ID${id}`],
    ['a resident number in references', `<a>&#49;&#x31;${id.slice(2)}</a>`],
    ['a resident number in escapes', `{"a":"\\u0031\\u0031${id.slice(2)}"}`],
    ['a resident number as name of a field', `{"${id}":1}`],
    ['a resident number as an attribute', `<ROW NO="${id}"/>`],
    ['a mobile number of another country code', '"+8613800138000"'],
    ['a mobile number in groups', '138-0013-8000 或 138 0013 8000'],
    ['a landline with brackets', '(0575)88888888'],
    ['a landline with a blank', '0575 88888888'],
    ['a car', '车牌浙D12345'],
    ['a passport', '{"zjhm":"E12345678"}'],
    ['an account of messages', '{"qq":12345}'],
    ['a day of birth', '{"csrq":"1949-12-31"}'],
    ['a day of birth in Chinese', '<csrq>1949年12月31日</csrq>'],
    ['a name in an attribute', `<p XM="${name}"/>`],
    ['a name in an escaped attribute', `&lt;p xm=&quot;${name}&quot;/&gt;`],
    ['a name in a list', `{"xm":["${name}","甲"]}`],
    ['a name in a field whose name is escaped', `{"\\u0078m":"${name}"}`],
    ['a name in XML in JSON as Java escapes it', `{"a":"\\u003cxm\\u003e${name}\\u003c/xm\\u003e"}`],
    ['a name behind its label', `联系人：${name}，电话`],
    ['a name in the cell beside its label', `<td>姓名</td>\n<td>&nbsp;${name}</td>`],
    ['a name in Latin letters', '{"xm":"JOHN SMITH"}'],
    ['a name in several lines', `<xm>\n${name}\n</xm>`],
    ['a secret as a number', '{"password":12345}'],
    ['a secret as an attribute', '<a token="s3cret"/>'],
    ['a bearer token', '{"a":"Bearer s3cret"}'],
  ])('is replaced: %s', (_what, text) => {
    const masked = mask(text)
    expect(masked).not.toMatch(gone)
    expect(mask(masked)).toBe(masked)
  })

  it.each([
    ['JSON', base64(JSON.stringify({ xm: name, n: id }))],
    ['XML in GBK', iconv.encode(`<?xml version="1.0" encoding="GBK"?><xm>${name}</xm>`, 'gb18030').toString('base64')],
    ['JSON in lines', base64(JSON.stringify({ xm: name, n: id })).replaceAll(/.{28}/g, '$&\r\n')],
  ])('is replaced in %s that travels as Base64', (_what, encoded) => {
    const inside = iconv.decode(Buffer.from(mask(encoded), 'base64'), encoded.startsWith('PD94') ? 'gb18030' : 'utf8')
    expect(inside).toMatch(/xm/)
    expect(inside).not.toMatch(gone)
  })

  it('is replaced in files, whose digests stay right', () => {
    const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(name.repeat(20))])
    const digest = (bytes: Buffer) => createHash('sm3').update(bytes).digest('hex')
    const masked = strict(JSON.stringify({ file: file.toString('base64'), digest: digest(file).toUpperCase() }))
    const read: { file: string; digest: string } = JSON.parse(masked)
    const kept = Buffer.from(read.file, 'base64')
    expect(kept.toString()).toBe('%PDF-1.7withheld')
    expect(read.digest.toLowerCase()).toBe(digest(kept))
  })

  it.each([
    ['a word of another script', 'ئابدۇللا བཀྲ་ཤིས'],
    ['a word in the private use area', '\ue863小'],
    ['a name with another dot', '买买提•阿布'],
    ['an organisation', '绍兴市欧阳小三便利店'],
    ['an address', 'http://x/?n=%E6%AC%A7%E9%98%B3 http://x/?n=%C5%B7%D1%F4'],
  ])('is replaced where every word is personal: %s', (_what, text) => {
    const left = decodeURIComponent(strict(`{"v":"${text}"}`))
    expect(left).not.toMatch(/[^\x20-\x7e甲乙丙丁戊己庚辛壬癸•་]|%C5/u)
  })
})

describe('what is no number of a person', () => {
  it.each([
    ['a ciphertext in hexadecimal', 'a3b13800138000c0ffee13912345678d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b'],
    ['a digest', '13912345678a0ffee0ffee0ffee0ffee'],
    ['a ciphertext in Base64', base64(createHash('sha512').update('x').digest())],
    ['an organisation', '91330602MA2ABCDE1X'],
    ['a long serial', '20261122101530001'],
  ])('stays: %s', (_what, text) => {
    expect(mask(`{"v":"${text}"}`)).toBe(`{"v":"${text}"}`)
  })
})

describe('a masked text', () => {
  it.each(['2021年12月31日', '长期', '2021年12月31日 下午2时5分', '31-12月-21'])('still says %s', (written) => {
    expect(readDate(/"v":"(.*)"/.exec(strict(`{"v":"${written}"}`))?.[1] ?? '')).toEqual(readDate(written))
  })

  it('is JSON where it was JSON, and XML where it was XML', () => {
    const part = fc.oneof(
      fc.constantFrom(id, Number(13800138000), name, '\u6b27"\\', '<xm a="b">&amp;</xm>', `{"xm":"${name}"}`, 12345),
      fc.constantFrom('a\nb\t\\/c', '&lt;甲&#1;', '\\u003c', '<', '"'),
      fc.constantFrom(
        '浙D12345',
        'Bearer abcd',
        '%E6%AC%A7',
        '联系人：甲',
        'data:;base64,JVBERi0xLjcKJVBERi0xLjcKJVBERi0xLjcK',
      ),
      fc.string(),
    )
    const key = fc.constantFrom('xm', 'name', 'password', 'zjhm', 'csrq', 'qq', '姓名', 'a')
    const tree = fc.array(fc.tuple(key, fc.oneof(part, fc.array(part, { maxLength: 3 }))), { maxLength: 5 })
    fc.assert(
      fc.property(tree, fc.boolean(), (entries, isStrict) => {
        const text = JSON.stringify(Object.fromEntries(entries))
        const ascii = text.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
        for (const written of [text, ascii, JSON.stringify(ascii), `{"n":${id},"l":[${id}]}`])
          expect(readJson((isStrict ? strict : mask)(written))).toBeDefined()
      }),
      { numRuns: 300 },
    )
    const xml = `<r><XM a="${name}">&#27431;&lt;&#60;</XM><![CDATA[${id}]]><xm>a&lt;b&quot;</xm><d>&lt;xm&gt;${name}&lt;/xm&gt;</d></r>`
    for (const masked of [mask(xml), strict(xml)]) expect(readXml(masked)).toBeDefined()
  })
})

describe('an exchange', () => {
  const response = (body: Uint8Array, headers: Record<string, string> = {}) =>
    keptResponse({ status: 200, headers, body }, mask)

  it('in UTF-16, where numbers look like single digits, is left out', () => {
    const body = Buffer.from(`{"n":"${id}"}`, 'utf16le')
    expect(response(body).body).toEqual({ text: '', charset: 'utf-8', omittedBytes: body.length })
  })

  it('has nothing personal in its action and headers', () => {
    const request = { method: 'POST', url: 'http://x.invalid/', headers: { SOAPAction: `"find/${id}"` } } as const
    expect(JSON.stringify(keptRequest(request, mask))).not.toContain(id)
    const said = response(Buffer.from(''), { 'c-response-desc': `${id} ${encodeURIComponent(`联系人：${name}`)}` })
    expect(JSON.stringify(said)).not.toMatch(gone)
  })

  it.each([
    ['UTF-8', encodeURIComponent(name)],
    ['GBK', '%C5%B7%D1%F4%D0%A1%C8%FD'],
    ['GBK that looks like UTF-8', '%CD%A8'],
  ])('is asked in %s and kept as text', (_charset, written) => {
    const { path } = keptRequest({ method: 'GET', url: `http://x.invalid/p/${written}?v=1%2B1` }, strict)
    expect(path).toMatch(/^\/p\/[甲乙丙丁戊己庚辛壬癸]+\?v=1\+1$/)
  })
})

describe('a hostile text', () => {
  const pieces = [
    ...[
      'a',
      '9',
      '\\',
      '\\"',
      '"',
      '":"',
      '"a":',
      '"a":"',
      '<a>',
      '&lt;a',
      'a%80',
      '%',
      'eyJ',
      'eyJaaaaaaaa.',
      'a@',
      'a.',
    ],
    ...[
      '０',
      '三"',
      '\\u4e00',
      '&#',
      '13333333333 ',
      '62',
      '1101051949',
      'a="',
      ' a=',
      '联系人：',
      '姓名<td>',
      '浙D',
      'AAAA\r\n',
      '&a=',
    ],
  ]
  it.each(pieces)('of nothing but %s is masked in time', (piece) => {
    const input = { of: () => piece.repeat(Math.ceil(200_000 / piece.length)), sizeOf: (text: string) => text.length }
    const run = (text: string) => [
      mask(text),
      strict(text),
      keptRequest({ method: 'POST', url: 'http://x', body: text }, mask),
    ]
    expect(firstMistake([0], input, run, 500)).toBeUndefined()
  })
})
