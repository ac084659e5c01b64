import { describe, expect, it } from 'vitest'
import { type Envelope, openEnvelope } from './envelope.ts'

const envelope: Envelope = {
  success: { path: 'head.status', in: [0] },
  payload: 'data',
  message: 'head.message',
  none: [10],
  auth: [11],
  unwell: ['99'],
  codes: { '100': 'TB_CERTIFICATE_TYPE_FORBIDDEN' },
}
const answer = (status: unknown, message = '') => ({ head: { status, message }, data: [1] })

describe('an envelope', () => {
  it.each([[0], ['0'], [' 0 ']])('with the status %j opens', (status) => {
    expect(openEnvelope(envelope, answer(status))).toEqual([1])
  })

  // Success values of systems in use, as numbers, texts and words, at any depth.
  it.each<[where: string, Envelope, good: object, bad: object]>([
    [
      'a delta region',
      { success: { path: 'code', in: [200] }, payload: 'text' },
      { code: 200, text: 'P' },
      { code: 500 },
    ],
    [
      'a delta region, nested',
      { success: { path: 'status.code', in: [1] }, payload: 'custom' },
      { status: { code: 1, text: 'ok' }, custom: 'P' },
      { status: { code: 0, text: 'no' }, custom: 'P' },
    ],
    [
      'certificates of one province',
      { success: { path: 'head.status', in: ['0'] }, payload: 'data' },
      { head: { status: 0, message: '' }, data: 'P' },
      { head: { status: 10, message: '' }, data: 'P' },
    ],
    [
      'certificates of another',
      { success: { path: 'ack_code', in: ['SUCCESS'] }, payload: 'data' },
      { ack_code: 'SUCCESS', errors: [], data: 'P', correlation_id: 'c', timestamp: 't', sign: 's' },
      { ack_code: 'FAILURE', errors: [{ code: 'E' }], data: 'P' },
    ],
    [
      'one thousand',
      { success: { path: 'returncode', in: ['1000'] }, payload: 'data' },
      { returncode: 1000, data: 'P' },
      { returncode: '0', data: 'P' },
    ],
    [
      'leading zeros, which count',
      { success: { path: 'code', in: ['000001'] }, payload: 'data' },
      { code: '000001', data: 'P' },
      { code: '1', data: 'P' },
    ],
    [
      'a trading platform',
      { success: { path: 'state', in: [200] }, payload: 'data' },
      { state: 200, msg: '', data: 'P' },
      { state: 500, msg: '', data: 'P' },
    ],
    [
      'the same platform, elsewhere',
      { success: { path: 'success', in: ['true'] }, payload: 'result' },
      { success: true, message: '', code: 0, result: 'P' },
      { success: false, message: '', code: 0, result: 'P' },
    ],
    [
      'an error code',
      { success: { path: 'errcode', in: [0] }, payload: 'd' },
      { errcode: 0, d: 'P' },
      { errcode: -1, d: 'P' },
    ],
  ])('of %s opens when it says so and not otherwise', (_where, rule, good, bad) => {
    expect(openEnvelope(rule, good)).toBe('P')
    expect(() => openEnvelope(rule, bad)).toThrow(expect.objectContaining({ code: 'TB_SOURCE_REFUSED' }))
    const [field = ''] = rule.success.path.split('.')
    const { [field]: _gone, ...without } = good as Record<string, unknown> // an object with string keys, as its type says
    expect(() => openEnvelope(rule, without)).toThrow(expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }))
  })

  it('is the whole answer when it names no payload', () => {
    expect(openEnvelope({ success: { path: 'ok', in: ['true'] } }, { ok: true, a: 1 })).toEqual({ ok: true, a: 1 })
  })

  it('that says "there is none" gives null', () => {
    expect(openEnvelope(envelope, answer('10'))).toBeNull()
  })

  it.each([
    [11, 'TB_SOURCE_AUTH'],
    [99, 'TB_SOURCE_UNAVAILABLE'],
    [100, 'TB_CERTIFICATE_TYPE_FORBIDDEN'],
    [12, 'TB_SOURCE_REFUSED'],
    ['', 'TB_SOURCE_REFUSED'],
  ])('with the status %j is %s', (status, code) => {
    expect(() => openEnvelope(envelope, answer(status))).toThrow(expect.objectContaining({ code }))
  })

  it.each([[{}], [null], ['text'], [[]], [{ head: {} }], [{ head: { status: null } }], [{ head: { status: {} } }]])(
    '%j has no status, which is not success',
    (broken) => {
      expect(() => openEnvelope(envelope, broken)).toThrow(expect.objectContaining({ code: 'TB_SOURCE_SHAPE' }))
    },
  )

  it.each([
    ['138-0013-8000', '***'],
    ['330600 1988 0101 003X', '***'],
    ['３３０６００１９８８０１０１００３Ｘ', '***'],
    ['2026', '2026'],
  ])('quotes %s as %s, also where the text is the status', (written, quoted) => {
    const textual: Envelope = { success: { path: 'errormsg', in: [], orPresent: 'x' }, message: 'errormsg' }
    expect(() => openEnvelope(textual, { errormsg: `无此人 ${written}` })).toThrow(
      expect.objectContaining({ params: { detail: `无此人 ${quoted}` } }),
    )
  })

  it('quotes the message without numbers that may be about a person', () => {
    const refused = () => openEnvelope(envelope, answer(12, '缺少参数:holderCode 33060019880101003X'))
    expect(refused).toThrow(expect.objectContaining({ params: { detail: '12 缺少参数:holderCode ***' } }))
  })
})
