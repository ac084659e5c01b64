import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWith } from '@tongban/test-support'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSsh, startOpenSsh } from '../testing/open-ssh.ts'
import { startSftpServer } from '../testing/sftp-server.ts'
import { folder } from './folder.ts'
import type { Place } from './place.ts'
import { sftp } from './sftp/sftp.ts'

const signal = new AbortController().signal

const contentOf = async (place: Place, name: string, range = { start: 0 }, ending = signal): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of place.read(name, range, ending)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

interface Opened {
  readonly place: Place
  close(): Promise<void>
}

const kinds: readonly (readonly [string, (path: string) => Promise<Opened>])[] = [
  ['a folder', async (path) => ({ place: folder({ path }), close: async () => {} })],
  [
    'an SFTP server',
    async (path) => {
      const server = await startSftpServer(path)
      return { place: sftp(server.options), close: () => server.close() }
    },
  ],
]

/** What every place does, whatever it is. */
function behavesLikeAPlace(open: (path: string) => Promise<Opened>) {
  let root: string
  let opened: Opened
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'tongban-files-'))
    opened = await open(root)
  })
  afterEach(async () => {
    await opened.place.close()
    await opened.close()
    await rm(root, { recursive: true })
  })

  it('lists plain files with size and time, and neither folders nor links', async () => {
    await writeFile(join(root, 'a.csv'), '12345')
    await utimes(join(root, 'a.csv'), 1_700_000_000, 1_700_000_000)
    await mkdir(join(root, 'folder.csv'))
    await symlink('/etc/hostname', join(root, 'link.csv'))
    expect(await opened.place.list(signal)).toEqual([{ name: 'a.csv', size: 5, modifiedAt: 1_700_000_000_000 }])
    expect(await opened.place.stat('a.csv', signal)).toMatchObject({ size: 5 })
    expect(await opened.place.stat('link.csv', signal)).toBeUndefined()
    expect(await opened.place.stat('none.csv', signal)).toBeUndefined()
  })

  it('reads a long file and any part of it, byte for byte', async () => {
    const content = Buffer.from(Uint8Array.from({ length: 700_001 }, (_, index) => (index * 7919) % 256))
    await writeFile(join(root, 'long'), content)
    expect((await contentOf(opened.place, 'long')).equals(content)).toBe(true)
    expect((await contentOf(opened.place, 'long', { start: 300_000 })).equals(content.subarray(300_000))).toBe(true)
    const part: Uint8Array[] = []
    for await (const chunk of opened.place.read('long', { start: 99, end: 40_000 }, signal)) part.push(chunk)
    expect(Buffer.concat(part).equals(content.subarray(99, 40_000))).toBe(true)
    expect(await contentOf(opened.place, 'long', { start: 700_001 })).toHaveLength(0)
  })

  it('writes, renames over what is there, and removes', async () => {
    await opened.place.write('x.tmp', Buffer.from('one'), signal)
    await opened.place.rename('x.tmp', 'x.csv', signal)
    await opened.place.write('x.tmp', Buffer.from('two'), signal)
    await opened.place.rename('x.tmp', 'x.csv', signal)
    expect(await readdir(root)).toEqual(['x.csv'])
    expect(await readFile(join(root, 'x.csv'), 'utf8')).toBe('two')
    await opened.place.remove('x.csv', signal)
    await opened.place.remove('x.csv', signal)
    expect(await readdir(root)).toEqual([])
  })

  it.each(['../secret', '..', '/etc/passwd', 'a\\..\\b', 'a\0b', 'a\nb', ''])('refuses the name %j', async (name) => {
    await writeFile(join(root, '..', 'secret'), 'secret').catch(() => {})
    await expect(contentOf(opened.place, name)).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    await expect(opened.place.stat(name, signal)).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    await expect(opened.place.write(name, Buffer.from('x'), signal)).rejects.toMatchObject({
      code: 'TB_SOURCE_REFUSED',
    })
    await expect(opened.place.rename('a', name, signal)).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
    await expect(opened.place.remove(name, signal)).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
  })

  it('does not follow a link out of the folder, even when it is asked to', async () => {
    await symlink('/etc/hostname', join(root, 'link'))
    await expect(contentOf(opened.place, 'link')).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
  })

  it('says that a file is not there', async () => {
    await expect(contentOf(opened.place, 'none')).rejects.toMatchObject({ code: 'TB_SOURCE_REFUSED' })
  })

  it('ends when it is told to', async () => {
    await writeFile(join(root, 'long'), Buffer.alloc(3_000_000))
    const controller = new AbortController()
    const reason = new Error('enough')
    const reading = (async () => {
      for await (const _chunk of opened.place.read('long', { start: 0 }, controller.signal)) controller.abort(reason)
    })()
    await expect(reading).rejects.toSatisfy((error: Error) => error === reason || error.cause === reason)
  })
}

describe.each(kinds)('%s', (_name, open) => behavesLikeAPlace(open))

describeWith(openSsh, 'the server of OpenSSH', () => {
  behavesLikeAPlace(async (path) => {
    const server = await startOpenSsh()
    return { place: sftp(server.optionsFor(path)), close: () => server.close() }
  })

  it('lets nobody in with a wrong key', async () => {
    const server = await startOpenSsh()
    const other = await startOpenSsh()
    const { privateKey = '' } = other.optionsFor('/')
    const place = sftp({ ...server.optionsFor('/'), privateKey })
    await expect(place.list(signal)).rejects.toMatchObject({ code: 'TB_SOURCE_AUTH' })
    await Promise.all([place.close(), server.close(), other.close()])
  })
})
