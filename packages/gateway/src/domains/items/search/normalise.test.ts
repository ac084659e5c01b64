import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigrams, normalise, searchKeys, wordsOf } from './normalise.ts'

describe('a normalised name', () => {
  it.each([
    ['不动产抵押登记（二手房）', '不动产抵押登记二手房'],
    ['不动产抵押登记(二手房)', '不动产抵押登记二手房'],
    ['Ａ类 许可证', 'a类许可证'],
    ['“互联网+”服务', '互联网服务'],
    ['㎡', 'm2'],
  ])('%s becomes %s', (name, expected) => expect(normalise(name)).toBe(expected))

  it('is normalised already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
    )
  })

  it('does not depend on marks and blanks', () => {
    const mark = fc.constantFrom('（', '）', '(', ')', ' ', '　', '、', '-', '《', '》')
    const han = fc.array(fc.constantFrom(...'营业执照不动产登记二手房a1'), { minLength: 1 })
    fc.assert(
      fc.property(han, mark, fc.nat(), (characters, between, seed) => {
        const at = seed % characters.length
        const marked = [...characters.slice(0, at), between, ...characters.slice(at)].join('')
        expect(normalise(marked)).toBe(characters.join(''))
      }),
    )
  })
})

describe('words', () => {
  it('are split at blanks and marks, each once, a few at most', () => {
    expect(wordsOf(' 营业执照  (补领) 营业执照')).toEqual(['营业执照', '补领'])
    expect(wordsOf('甲 乙 丙 丁 戊 己 庚 辛 壬 癸')).toHaveLength(8)
    expect(wordsOf('——')).toEqual([])
  })

  it('of any text are normalised', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(text)) expect(normalise(word)).toBe(word)
      }),
    )
  })
})

describe('search keys', () => {
  it('hold the reading and the initials', () => {
    expect(searchKeys('营业执照')).toEqual({
      nameKey: '营业执照',
      pinyin: '|ying|ye|zhi|zhao',
      initials: 'yyzz',
      also: { pinyin: '', initials: '' },
      grams: ['营业', '业执', '执照', '~yy', '~yz', '~zz'],
    })
    expect(searchKeys('绿化').pinyin).toBe('|lv|hua')
    expect(searchKeys('重庆银行')).toMatchObject({ initials: 'cqyh' })
  })

  it('hold what the item is also known by, apart from its name', () => {
    const keys = searchKeys('设立登记', ['营业执照', '设立登记', '公章'])
    expect(keys).toMatchObject({
      nameKey: '设立登记',
      also: { pinyin: '|ying|ye|zhi|zhao;|gong|zhang', initials: 'yyzz;gz' },
    })
    expect(keys.grams).toEqual(expect.arrayContaining(['设立', '营业', '公章', '~sl', '~yy', '~gz']))
    expect(keys.grams).not.toContain('照公')
  })

  it('pair whole characters, also beyond the first plane', () => {
    expect(bigrams('𠮷野家')).toEqual(['𠮷野', '野家'])
  })
})
