import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataKey } from './data-key.ts'
import { openSeal, sealWith } from './open-seal.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'tongban-seal-'))
const seal = sealWith(new Uint8Array(32).fill(7))

describe('a seal', () => {
  it('opens what it sealed, for the same context only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (plain, context, other) => {
        const sealed = seal.seal(plain, context)
        expect(seal.open(sealed, context)).toBe(plain)
        if (other !== context)
          expect(() => seal.open(sealed, other)).toThrow(expect.objectContaining({ code: 'TB_INTERNAL' }))
      }),
    )
  })

  it('notices any changed character', () => {
    const sealed = seal.seal('11010519491231002X', 'applicant:1')
    for (let at = 0; at < sealed.length - 1; at++) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      expect(() => seal.open(changed, 'applicant:1')).toThrow(expect.objectContaining({ code: 'TB_INTERNAL' }))
    }
    expect(() => seal.open('', 'applicant:1')).toThrow(expect.objectContaining({ code: 'TB_INTERNAL' }))
    expect(() => seal.open(sealed.slice(0, 20), 'applicant:1')).toThrow(
      expect.objectContaining({ code: 'TB_INTERNAL' }),
    )
  })

  it('never gives the same text twice, so equal values cannot be seen', () => {
    expect(seal.seal('张三', 'a')).not.toBe(seal.seal('张三', 'a'))
  })

  it('gives equal fingerprints for equal values, others under another key', () => {
    expect(seal.fingerprint('11010519491231002X')).toBe(seal.fingerprint('11010519491231002X'))
    expect(seal.fingerprint('11010519491231002X')).not.toBe(seal.fingerprint('440524188001010014'))
    expect(sealWith(new Uint8Array(32)).fingerprint('x')).not.toBe(seal.fingerprint('x'))
  })
})

describe('the data key', () => {
  it('is made once, for its owner only, and found again', () => {
    const dataDir = newFolder()
    const sealed = openSeal({ dataDir }).seal('窗口', 'c')
    expect(openSeal({ dataDir }).open(sealed, 'c')).toBe('窗口')
    expect(statSync(join(dataDir, 'keys/seal.key')).mode & 0o777).toBe(0o600)
  })

  it('comes from the environment when it is given there', () => {
    const dataDir = newFolder()
    const key = Buffer.alloc(32, 1).toString('base64')
    expect(dataKey({ dataDir, key })).toEqual(Buffer.alloc(32, 1))
    expect(() => readFileSync(join(dataDir, 'keys/seal.key'))).toThrow('ENOENT')
  })

  it.each(['short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])(
    'is refused when it has not 32 bytes: %s',
    (key) => {
      expect(() => dataKey({ dataDir: newFolder(), key })).toThrow(
        expect.objectContaining({
          code: 'TB_CONFIG_INVALID',
          params: expect.objectContaining({ path: 'TONGBAN_DATA_KEY' }),
        }),
      )
    },
  )

  it('is refused, not replaced, when its file was damaged', () => {
    const dataDir = newFolder()
    dataKey({ dataDir })
    const path = join(dataDir, 'keys/seal.key')
    chmodSync(path, 0o600)
    writeFileSync(path, 'oops')
    expect(() => dataKey({ dataDir })).toThrow(expect.objectContaining({ code: 'TB_CONFIG_INVALID' }))
    expect(readFileSync(path, 'utf8')).toBe('oops')
  })
})
