import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { startGateway } from '../../test/http-gateway.ts'
import { createTongban, isPartialAnswer, submissionsGetDocument, submissionsListDocument } from '../index.ts'

const sourceDown = {
  message: '审批系统暂时没有回应,收件已保存,不会丢失。',
  path: ['submission', 'case'],
  extensions: {
    code: 'TB_SOURCE_UNAVAILABLE',
    source: 'sx-approvals',
    retryable: true,
    retryAfterMs: 30_000,
    act: 'WAIT',
    requestId: 'r-9',
  },
}
const submission = { id: 's', receiptNumber: 'TB-1', case: null }
const partial = { json: { data: { submission }, errors: [sourceDown] } }
const { code, path, source } = { ...sourceDown.extensions, path: sourceDown.path }

const client = async (answer: { json: unknown; headers?: Record<string, string> }) =>
  createTongban({ endpoint: (await startGateway(() => answer)).endpoint })

describe('an answer that is there in part', () => {
  it('rejects a plain await, and the error carries what did arrive', async () => {
    const tongban = await client(partial)
    const error = await caught(tongban.submissions.get({ id: 's' }))
    expect(error).toMatchObject({ code: 'TB_PARTIAL', retryable: true, retryAfterMs: 30_000, requestId: 'r-9' })
    expect(error.errors).toMatchObject([{ code, path, source, act: 'WAIT', message: sourceDown.message }])
    if (!isPartialAnswer(error, submissionsGetDocument)) throw error
    expect(error.data.submission?.receiptNumber).toBe('TB-1')
  })

  it('is that of its own operation only', async () => {
    const tongban = await client(partial)
    expect(isPartialAnswer(await caught(tongban.submissions.get({ id: 's' })), submissionsListDocument)).toBe(false)
    expect(isPartialAnswer(new Error('TB_PARTIAL'), submissionsGetDocument)).toBe(false)
  })

  it('is given together with its errors to whoever asks for it', async () => {
    const { data, errors } = await (await client(partial)).submissions.get({ id: 's' }).partial()
    expect(data).toEqual(submission)
    expect(errors).toMatchObject([{ code, path }])
  })

  it('never shows in a log of the error', async () => {
    const error = await caught((await client(partial)).submissions.get({ id: 's' }))
    expect(error.data).toEqual({ submission })
    for (const text of [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error)]) {
      expect(text).not.toContain('TB-1')
    }
  })
})

describe('an answer without data', () => {
  it('rejects with the code of its error', async () => {
    const errors = [
      { message: '没有找到该收件。', path: ['submission'], extensions: { code: 'TB_SUBMISSION_NOT_FOUND' } },
    ]
    const tongban = await client({ json: { data: { submission: null }, errors } })
    expect(await caught(tongban.submissions.get({ id: 's' }))).toMatchObject({
      code: 'TB_SUBMISSION_NOT_FOUND',
      message: '没有找到该收件。',
      operation: 'submissionsGet',
    })
  })

  it.each([
    ['submission', 'TB_SUBMISSION_NOT_FOUND'],
    ['case', 'TB_CASE_NOT_FOUND'],
    ['notice', 'TB_NOTICE_NOT_FOUND'],
  ])('and without an error, for a %s, rejects with %s', async (root, expected) => {
    const tongban = await client({ json: { data: { [root]: null } } })
    const calls = { submission: tongban.submissions.get, case: tongban.cases.get, notice: tongban.notices.get }
    const call = Object.entries(calls).find(([name]) => name === root)?.[1]
    expect(await caught(call?.({ id: 'i' }) ?? Promise.resolve())).toMatchObject({ code: expected, retryable: false })
  })

  it('keeps a code this version does not know', async () => {
    const errors = [{ message: '新的情况', extensions: { code: 'TB_FROM_THE_FUTURE', act: 'SOMEBODY' } }]
    expect(await caught((await client({ json: { errors } })).sources.list())).toMatchObject({
      code: 'TB_FROM_THE_FUTURE',
      act: 'SOMEBODY',
      message: '新的情况',
    })
  })

  it('does not repeat the words of a server that is no gateway', async () => {
    const errors = [{ message: 'Variable "$name" got invalid value "张三"' }, 'odd', null]
    const error = await caught((await client({ json: { errors } })).sources.list({ retries: 0 }))
    expect(error.code).toBe('TB_BAD_RESPONSE')
    expect(error.errors.length).toBe(3)
    expect(inspect(error)).not.toContain('张三')
  })
})

describe('a call', () => {
  it('tells how it was answered', async () => {
    const tongban = await client({ json: { data: { sources: [] } }, headers: { 'X-Request-Id': 'r-1' } })
    const { response } = await tongban.sources.list().withResponse()
    expect(response).toMatchObject({ requestId: 'r-1', status: 200, attempts: 1 })
    expect(response.headers['x-request-id']).toBe('r-1')
  })

  it('is sent once, however often it is awaited', async () => {
    const gateway = await startGateway(() => ({ json: { data: { sources: [] } } }))
    const call = createTongban({ endpoint: gateway.endpoint }).sources.list()
    await Promise.all([call, call.partial(), call.finally(() => undefined), call.catch(() => [])])
    expect(gateway.requests.length).toBe(1)
  })
})
