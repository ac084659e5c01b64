import { expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { startGateway } from '../../test/http-gateway.ts'
import { createTongban } from '../index.ts'

const errand = { item: 'c', applicant: { person: 'h' }, answers: {}, materials: [] }
const submit = async (data: unknown, errors?: readonly object[]) => {
  const gateway = await startGateway(() => ({ json: { data, errors }, headers: { 'x-request-id': 'r-1' } }))
  return createTongban({ endpoint: gateway.endpoint }).submissions.submit(errand)
}

it('rejects with what the clerk must correct', async () => {
  const userErrors = [{ code: 'TB_MATERIAL_MISSING', path: ['materials'], message: '缺少材料:结婚证' }]
  const error = await caught(submit({ submitCase: { submission: null, userErrors } }))
  expect(error).toMatchObject({ code: 'TB_USER_ERRORS', retryable: false, act: 'CLERK', requestId: 'r-1', userErrors })
})

it('gives the receipt although something about it could not be read, so that nobody submits twice', async () => {
  const errors = [
    { message: '…', path: ['submitCase', 'submission', 'item'], extensions: { code: 'TB_SOURCE_TIMEOUT' } },
  ]
  expect(await submit({ submitCase: { submission: { id: 's', item: null }, userErrors: [] } }, errors)).toEqual({
    id: 's',
    item: null,
  })
})

it('rejects when there is neither a receipt nor anything to correct', async () => {
  expect(await caught(submit({ submitCase: { submission: null, userErrors: [] } }))).toMatchObject({
    code: 'TB_BAD_RESPONSE',
  })
})
