import { TongbanError } from '@tongban/schema'
import { describe, expect, it } from 'vitest'
import { answering, InputErrors } from './user-errors.ts'

const failing = (error: unknown) => () => Promise.reject(error)
const name = new TongbanError('TB_IDENTITY_INVALID', { field: '姓名', detail: '不能为空' }, { path: ['name'] })
const consent = new TongbanError('TB_CONSENT_CODE_WRONG', {}, { path: ['matchCode'] })

describe('answering', () => {
  it('gives the value when all is well', async () => {
    expect(await answering('zh-CN', async () => 7)).toEqual({ value: 7, userErrors: [] })
  })

  it('turns what a person can correct into user errors in their language', async () => {
    expect(await answering('zh-CN', failing(name))).toEqual({
      value: null,
      userErrors: [{ code: 'TB_IDENTITY_INVALID', path: ['name'], message: '姓名 未通过校验:不能为空' }],
    })
  })

  it('tells everything at once', async () => {
    const { userErrors } = await answering('en', failing(new InputErrors([name, consent])))
    expect(userErrors.map(({ path }) => path)).toEqual([['name'], ['matchCode']])
  })

  it.each([
    ['an error of the calling system', new TongbanError('TB_IDEMPOTENCY_KEY_REUSED')],
    ['a dead source', new TongbanError('TB_SOURCE_TIMEOUT')],
    ['a fault of ours', new RangeError('x')],
    ['one of them among others', new InputErrors([name, new TongbanError('TB_INTERNAL')])],
  ])('throws on %s', async (_, error) => {
    await expect(answering('en', failing(error))).rejects.toBe(error)
  })
})
