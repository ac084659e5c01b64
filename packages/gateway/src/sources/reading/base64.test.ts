import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBase64, writeBase64 } from './base64.ts'

describe('a file inside a message', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        expect(Buffer.from(readBase64(writeBase64(bytes), 300) ?? [])).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it.each([
    ['lines of 64', 'aGVs\r\nbG8=\n', 'hello'],
    ['a data address', 'data:application/pdf;base64,aGVsbG8=', 'hello'],
    ['no padding', 'aGVsbG8', 'hello'],
    ['letters for addresses', '_-8', '\u00ff\u00ef'],
  ])('may have %s', (_how, text, content) => {
    expect(Buffer.from(readBase64(text, 100) ?? []).toString('latin1')).toBe(content)
  })

  it.each([
    ['nothing', ''],
    ['an HTML page', '<html>'],
    ['one letter too many', 'aGVsb'],
    ['too much', writeBase64(Buffer.alloc(101))],
    ['far too much, which is not even looked at', '?'.repeat(100_000)],
  ])('is refused with %s', (_what, text) => {
    expect(readBase64(text, 100)).toBeUndefined()
  })

  it('may be as large as allowed', () => {
    const lines = writeBase64(Buffer.alloc(3_000, 7)).replaceAll(/.{64}/g, '$&\r\n')
    expect(readBase64(lines, 3_000)).toHaveLength(3_000)
  })
})
