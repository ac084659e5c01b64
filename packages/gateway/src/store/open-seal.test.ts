import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sealMigrations } from './key-check.ts'
import { openSeal, sealWith } from './open-seal.ts'
import type { Store } from './store.ts'
import { describeOnEachStore } from './testing.ts'

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

describeOnEachStore('the data key', (open) => {
  let store: Store
  beforeAll(async () => {
    store = await open({ migrations: sealMigrations })
  })
  beforeEach(async () => {
    await store.query('delete from seal_key')
  })
  const keyFile = (dataDir: string) => join(dataDir, 'keys/seal.key')
  const wrongKey = (detail: RegExp) => ({
    code: 'TB_CONFIG_INVALID',
    params: { path: 'TONGBAN_DATA_KEY', detail: expect.stringMatching(detail) },
  })

  it('is made once, for its owner only, and found again', async () => {
    const dataDir = newFolder()
    const sealed = (await openSeal(store, { dataDir })).seal('窗口', 'c')
    expect((await openSeal(store, { dataDir })).open(sealed, 'c')).toBe('窗口')
    expect(statSync(keyFile(dataDir)).mode & 0o777).toBe(0o600)
  })

  it('comes from the environment when it is given there', async () => {
    const dataDir = newFolder()
    const key = Buffer.alloc(32, 1)
    const given = await openSeal(store, { dataDir, key: key.toString('base64') })
    expect(given.fingerprint('x')).toBe(sealWith(key).fingerprint('x'))
    expect(existsSync(keyFile(dataDir))).toBe(false)
  })

  it('is refused, and none is made, when it is lost', async () => {
    const dataDir = newFolder()
    await openSeal(store, { dataDir })
    rmSync(join(dataDir, 'keys'), { recursive: true })
    await expect(openSeal(store, { dataDir })).rejects.toMatchObject(wrongKey(/has no key here; restore/))
    expect(existsSync(join(dataDir, 'keys'))).toBe(false)
  })

  it('is refused when the database is sealed with another', async () => {
    const dataDir = newFolder()
    const right = await openSeal(store, { dataDir })
    const key = Buffer.alloc(32, 9).toString('base64')
    await expect(openSeal(store, { dataDir, key })).rejects.toMatchObject(wrongKey(/another key; restore/))
    expect((await openSeal(store, { dataDir })).fingerprint('x')).toBe(right.fingerprint('x'))
  })

  it('is one key when two gateways start first on one database at the same moment', async () => {
    const starts = await Promise.allSettled([1, 2].map(() => openSeal(store, { dataDir: newFolder() })))
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const failure = starts.find((start) => start.status === 'rejected')
    // The slower one made a key of its own and found another, or found the database sealed before it made any.
    expect(failure?.reason).toMatchObject(wrongKey(/another key; restore|has no key here; restore/))
  })

  it.each(['short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')])(
    'is refused when it has not 32 bytes: %s',
    async (key) => {
      const opening = openSeal(store, { dataDir: newFolder(), key })
      await expect(opening).rejects.toMatchObject(wrongKey(/32 bytes/))
    },
  )

  it('is refused, not replaced, when its file was damaged', async () => {
    const dataDir = newFolder()
    await openSeal(store, { dataDir })
    const path = keyFile(dataDir)
    chmodSync(path, 0o600)
    writeFileSync(path, 'oops')
    await expect(openSeal(store, { dataDir })).rejects.toMatchObject({ code: 'TB_CONFIG_INVALID' })
    expect(readFileSync(path, 'utf8')).toBe('oops')
  })
})
