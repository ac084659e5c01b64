import { describe, expect, it } from 'vitest'
import { normaliseName, sameName } from './names.ts'

describe('the same name', () => {
  it.each([
    ['U+30FB of another GB 2312 table', '买买提・阿布都拉'],
    ['U+2022, a bullet', '买买提•阿布都拉'],
    ['U+2027, a hyphenation point', '买买提‧阿布都拉'],
    ['U+FF0E, a full-width full stop', '买买提．阿布都拉'],
    ['a full stop', '买买提.阿布都拉'],
    ['blanks around the dot', '买买提 · 阿布都拉'],
    ['an invisible space', '买买提\u200b·阿布都拉'],
  ])('is written with %s', (_how, name) => {
    expect(sameName(name, '买买提·阿布都拉')).toBe(true)
  })

  it.each([
    ['full-width letters', 'ＡＢＣ（绍兴）有限公司', 'abc(绍兴)有限公司'],
    ['a character that has moved since', '\ue81e山', '\u9fb4山'],
    ['䶮 as a strict GBK table hands it on', '陈\ue863', '陈䶮'],
    ['a character of plane 2 that GBK had in the private use area', '\ue816山', '\u{20087}山'],
    ['a compatibility ideograph', '\uf9be', '\u6599'],
  ])('may have %s', (_how, one, other) => {
    expect(sameName(one, other)).toBe(true)
  })

  it.each([
    ['王芳', '王芬'],
    ['买买提·阿布都拉', '买买提阿布都拉'],
    ['J.P. Li', 'JP Li'],
  ])('is not %s and %s', (one, other) => {
    expect(sameName(one, other)).toBe(false)
  })

  it('is in its normal form already when it is brought there', () => {
    for (const name of ['买买提．阿布都拉', ' ａ b ', '㐀𠀀·䶮'])
      expect(normaliseName(normaliseName(name))).toBe(normaliseName(name))
  })
})
