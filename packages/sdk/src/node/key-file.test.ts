import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { caught } from '../../test/caught.ts'
import { keyFile } from './key-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'tongban-key-'))
afterAll(() => rm(folder, { recursive: true }))

const fileWith = async (text: string) => {
  const path = join(folder, 'key.jwk')
  await writeFile(path, text)
  return path
}

it('reads a key', async () => {
  const jwk = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd' }
  expect(await keyFile(await fileWith(JSON.stringify(jwk)))).toEqual(jwk)
})

it('names a file that is not there', async () => {
  const path = join(folder, 'absent.jwk')
  const error = await caught(keyFile(path))
  expect(error.code).toBe('TB_FILE_UNREADABLE')
  expect(error.message).toContain(path)
})

it.each(['{"kty":"EC","d":"secret-part"', '{"d":"secret-part"}', '["secret-part"]', ''])(
  'refuses %j without showing what is in it',
  async (text) => {
    const error = await caught(keyFile(await fileWith(text)))
    expect(error.code).toBe('TB_FILE_UNREADABLE')
    expect(inspect(error)).not.toContain('secret-part')
  },
)
