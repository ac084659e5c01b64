import { describe, expect, it } from 'vitest'
import { errorMessage, errorTable, isTongbanError, TongbanError } from './index.ts'

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('the table of errors', () => {
  it.each(Object.entries(errorTable))('%s has the same places in both languages', (_code, row) => {
    expect(places(row.zh)).toEqual(places(row.en))
    expect(row.zh).toMatch(/\p{Script=Han}/u)
  })
})

describe('TongbanError', () => {
  it('speaks the language of the person and keeps its cause', () => {
    const cause = new Error('socket closed')
    const error = new TongbanError('TB_SOURCE_TIMEOUT', { source: '审批系统' }, { source: 'sx-approvals', cause })
    expect(error.messageIn('zh-CN')).toBe('审批系统没有在时限内回应,请稍后再试。')
    expect(error.messageIn('en')).toBe('审批系统 did not answer in time; try again later.')
    expect(error.cause).toBe(cause)
    expect(isTongbanError(error)).toBe(true)
    expect(isTongbanError(cause)).toBe(false)
  })

  it('leaves the place of a missing parameter visible instead of printing undefined', () => {
    expect(errorMessage('TB_MATERIAL_MISSING', {}, 'en')).toBe('A material is missing: {material}')
  })
})
