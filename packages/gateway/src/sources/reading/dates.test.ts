import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactTime, readDate, readInstant } from './dates.ts'

describe('a date', () => {
  it.each([
    ['20211231'],
    ['20211231T235959'],
    ['20211231235959'],
    ['202112312359'],
    ['20211231235959123'],
    ['2021-12-31'],
    ['2021-12-31 00:00:00'],
    ['2021-12-31 00:00:00.0'],
    ['2021/12/31'],
    ['2021.12.31'],
    ['2021年12月31日'],
    [' 2021年12月31日 上午9时30分 '],
    ['２０２１-１２-３１'],
    ['31-DEC-21'],
    ['31-12月-21'],
    ['2021-12-31T10:00:00+08:00'],
    // 20:00 in London is the next day in Shanghai.
    ['2021-12-30T20:00:00Z'],
    [1640955599],
    [1640955599000],
    ['1640955599000'],
  ])('is read from %s', (spelling) => {
    expect(readDate(spelling)).toEqual({ day: '2021-12-31' })
  })

  it.each([
    ['2021-1-5', '2021-01-05'],
    ['2021年1月5日', '2021-01-05'],
    ['05-JAN-99', '1999-01-05'],
    ['2099-06-30', '2099-06-30'],
  ])('written %s is %s', (spelling, day) => {
    expect(readDate(spelling)).toEqual({ day })
  })

  it.each([['长期'], ['永久有效'], ['2099-12-31'], ['2099/12/31'], ['9999-12-31 00:00:00']])(
    '%s has no end',
    (spelling) => {
      expect(readDate(spelling)).toEqual({ openEnded: true })
    },
  )

  it.each([
    ['2021-02-29'],
    ['20211301'],
    ['2021-12-31 25:00:00'],
    ['31-XXX-21'],
    ['tomorrow'],
    [''],
    ['12/31/2021'],
    [7],
  ])('is not guessed from %s', (spelling) => {
    expect(readDate(spelling)).toBeUndefined()
  })
})

describe('an instant', () => {
  it.each([
    ['20250930093000', '2025-09-30T09:30:00+08:00'],
    ['20250930T093000', '2025-09-30T09:30:00+08:00'],
    ['2025-09-30 09:30', '2025-09-30T09:30:00+08:00'],
    ['2025年9月30日 上午9时30分', '2025-09-30T09:30:00+08:00'],
    ['2025年9月30日 下午2时5分', '2025-09-30T14:05:00+08:00'],
    ['2025年09月30日 09时30分', '2025-09-30T09:30:00+08:00'],
    ['2025-09-30', '2025-09-30T00:00:00+08:00'],
    ['2025-09-30T01:30:00Z', '2025-09-30T09:30:00+08:00'],
    ['2099-12-31 23:59:59', '2099-12-31T23:59:59+08:00'],
  ])('%s is %s', (spelling, instant) => {
    expect(readInstant(spelling)).toBe(instant)
  })

  it.each([
    ['凌晨3时', '03:00'],
    ['上午9时30分', '09:30'],
    ['上午0时', '00:00'],
    ['中午11时30分', '11:30'],
    ['中午12时', '12:00'],
    ['中午1点', '13:00'],
    ['下午2:05', '14:05'],
    ['下午12时30分', '12:30'],
    ['下午14时', '14:00'],
    ['晚上7时', '19:00'],
    ['晚上23时59分', '23:59'],
    ['pm 5:30', '17:30'],
  ])('at %s is at %s', (time, expected) => {
    expect(readInstant(`2025年9月30日 ${time}`)).toBe(`2025-09-30T${expected}:00+08:00`)
  })

  it.each([['上午12时'], ['晚上12时'], ['AM 12:00'], ['晚上1点'], ['上午13时'], ['中午8时'], ['24时'], ['下午24时']])(
    'at %s is no certain time and not guessed',
    (time) => {
      expect(readInstant(`2025年9月30日 ${time}`)).toBeUndefined()
    },
  )

  it('is the same in every spelling', () => {
    const second = fc.date({
      min: new Date('2001-09-10T00:00:00Z'),
      max: new Date('2098-12-30T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(second, (date) => {
        const at = new Date(Math.floor(date.getTime() / 1_000) * 1_000)
        const compact = compactTime(at)
        const [, year, month, day, hour, minute, rest] = /^(....)(..)(..)(..)(..)(..)$/.exec(compact) ?? []
        const expected = `${year}-${month}-${day}T${hour}:${minute}:${rest}+08:00`
        const spellings = [
          compact,
          `${year}-${month}-${day} ${hour}:${minute}:${rest}`,
          `${year}/${month}/${day} ${hour}:${minute}:${rest}`,
          `${year}年${month}月${day}日 ${hour}时${minute}分${rest}秒`,
          at.toISOString(),
          expected,
        ]
        expect(spellings.map(readInstant)).toEqual(spellings.map(() => expected))
        expect(new Date(expected).getTime()).toBe(at.getTime())
      }),
      { numRuns: 200 },
    )
  })

  it('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readInstant(text) !== 'number'))
  })
})
