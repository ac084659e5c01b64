import { describe, expect, it } from 'vitest'
import { fieldMessage, messageOf } from './words.ts'

const titleOf = (id: string | null) => (id === null ? '省级事项库' : `${id} 库`)

describe('what is said of an answer', () => {
  it.each([
    [59, '省级事项库暂时没有回应,显示的是不到 1 分钟前的数据。', 'less than a minute ago'],
    [60, '省级事项库暂时没有回应,显示的是 1 分钟前的数据。', '1 minute ago'],
    [3 * 3_600 + 700, '省级事项库暂时没有回应,显示的是 3 小时前的数据。', '3 hours ago'],
    [5 * 86_400, '省级事项库暂时没有回应,显示的是 5 天前的数据。', '5 days ago'],
  ])('that is %d seconds old', (age, zh, en) => {
    expect(messageOf({ freshness: 'STALE' }, age, titleOf, 'zh-CN')).toBe(zh)
    expect(messageOf({ freshness: 'STALE' }, age, titleOf, 'en')).toContain(en)
  })

  it('is nothing when it is as it should be', () => {
    expect(messageOf({ freshness: 'FRESH' }, 0, titleOf, 'en')).toBeNull()
    expect(messageOf({ freshness: 'SNAPSHOT', unanswered: [] }, 9_999, titleOf, 'zh-CN')).toBeNull()
  })

  it('names who could not be asked', () => {
    const provenance = { freshness: 'FRESH', unanswered: ['a', 'b'] } as const
    expect(messageOf(provenance, 0, titleOf, 'zh-CN')).toBe('a 库、b 库暂时没有回应,内容可能不全。')
    expect(messageOf(provenance, 0, titleOf, 'en')).toContain('a 库, b 库 did not answer')
  })
})

it.each([
  ['TOO_OLD', /已过时,未予显示/, /too old/],
  ['CONFLICT', /不一致,显示的是甲的记载/, /different things; this is what 甲 says/],
  [null, /来自甲/, /comes from 甲/],
] as const)('a field (%s) is explained in both languages', (reason, zh, en) => {
  expect(fieldMessage({ reason }, '甲', 'zh-CN')).toMatch(zh)
  expect(fieldMessage({ reason }, '甲', 'en')).toMatch(en)
})
