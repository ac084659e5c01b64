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
