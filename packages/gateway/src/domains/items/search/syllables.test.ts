import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { syllablesOf } from './normalise.ts'
import { isSyllable, readingsOf } from './syllables.ts'

describe('letters as pinyin', () => {
  it.each([
    ['yingyezhizhao', 'yyzz'],
    ['yingyezhizh', 'yyzz'],
    ['yingyezhiz', 'yyzz'],
    ['budongchan', 'bdc'],
    ['xian', 'xa'],
    ['xian', 'x'],
    ['fangan', 'fa'],
    ['lvhua', 'lh'],
    ['er', 'e'],
  ])('%s can stand for %s', (letters, initials) => expect(readingsOf(letters)).toContain(initials))

  it.each(['yyzz', 'bdcdydj', 'tcp'])('%s cannot', (letters) => expect(readingsOf(letters)).toEqual([]))

  it('ends quickly on long senseless text', () => {
    expect(readingsOf('an'.repeat(40)).length).toBeLessThanOrEqual(12)
    expect(readingsOf(`${'a'.repeat(79)}q`).length).toBeLessThanOrEqual(12)
    expect(readingsOf(`${'xian'.repeat(19)}vvvv`).length).toBeLessThanOrEqual(12)
  })

  it('knows every syllable that names are read with', () => {
    const characters = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point))
    fc.assert(
      fc.property(characters, (character) => {
        for (const syllable of syllablesOf(character).filter((one) => /[aeiouv]/.test(one) && one.length > 1))
          expect(isSyllable(syllable)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
