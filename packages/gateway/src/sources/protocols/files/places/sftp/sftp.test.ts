import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceFailure } from '../../../../failures.ts'
import { until } from '../../../../testing/until.ts'
import { type SftpServer, startSftpServer } from '../../testing/sftp-server.ts'
import type { Place } from '../place.ts'
import type { SftpOptions } from './options.ts'
import { sftp } from './sftp.ts'

let root: string
let server: SftpServer
const places: Place[] = []
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tongban-sftp-'))
  server = await startSftpServer(root)
})
afterEach(async () => {
  await Promise.all(places.splice(0).map((place) => place.close()))
  await server.close()
  await rm(root, { recursive: true })
})
const open = (more: Partial<SftpOptions> = {}): Place => {
  const place = sftp({ ...server.options, ...more })
  places.push(place)
  return place
}
const signal = new AbortController().signal
const drain = async (place: Place, name: string, ending = signal) => {
  let length = 0
  for await (const chunk of place.read(name, { start: 0 }, ending)) length += chunk.length
  return length
}

describe('a connection', () => {
  it('is one for many requests at the same time', async () => {
    await writeFile(join(root, 'a'), Buffer.alloc(200_000))
    const place = open({ maxConcurrent: 2 })
    const lengths = await Promise.all(Array.from({ length: 8 }, () => drain(place, 'a')))
    expect(lengths).toEqual(Array.from({ length: 8 }, () => 200_000))
    expect(server.connections()).toEqual({ open: 1, total: 1 })
    await until(() => server.openFiles() === 0)
  })

  it('is opened again when it was lost', async () => {
    const place = open()
    expect(await place.list(signal)).toEqual([])
    server.drop()
    await until(() => server.connections().open === 0)
    await expect
      .poll(() =>
        place.list(signal).then(
          (list) => list.length,
          () => 'lost',
        ),
      )
      .toBe(0)
    expect(server.connections().total).toBe(2)
  })

  it('that is lost during a transfer fails the transfer at once', async () => {
    await writeFile(join(root, 'a'), 'x')
    server.stall()
    const reading = drain(open(), 'a')
    await until(() => server.openFiles() === 1)
    server.drop()
    await expect(reading).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })

  it.each([
    ['an attempt that took too long', () => sourceFailure('TB_SOURCE_TIMEOUT'), 'TB_SOURCE_TIMEOUT'],
    ['a server that was stopped', () => sourceFailure('TB_SOURCE_BUSY'), 'TB_SOURCE_BUSY'],
  ])('gives a transfer up with the reason of %s, and closes its file', async (_what, reason, code) => {
    await writeFile(join(root, 'a'), 'x')
    server.stall()
    const controller = new AbortController()
    const reading = drain(open(), 'a', controller.signal)
    await until(() => server.openFiles() === 1)
    controller.abort(reason())
    await expect(reading).rejects.toMatchObject({ code })
    await until(() => server.openFiles() === 0)
  })

  it('is over after it was closed', async () => {
    const place = open()
    await place.list(signal)
    await place.close()
    await until(() => server.connections().open === 0)
    await expect(place.list(signal)).rejects.toMatchObject({ code: 'TB_SOURCE_UNAVAILABLE' })
  })
})

describe('a server', () => {
  const otherKey = `SHA256:${'A'.repeat(43)}`
  it.each([
    ['with another host key than agreed', { hostKey: otherKey }, 'TB_SOURCE_AUTH'],
    ['that does not know the password', { password: 'wrong' }, 'TB_SOURCE_AUTH'],
    ['that does not know the account', { username: 'nobody' }, 'TB_SOURCE_AUTH'],
    ['that is not there', { port: 1 }, 'TB_SOURCE_UNAVAILABLE'],
    ['without the folder', { path: '/drop/nowhere' }, 'TB_SOURCE_REFUSED'],
  ])('%s is %s', async (_what, more, code) => {
    const failure = await open(more)
      .list(signal)
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code })
    expect(JSON.stringify(failure)).not.toContain(server.options.password)
  })

  it('may show one of several agreed host keys', async () => {
    expect(await open({ hostKey: [otherKey, String(server.options.hostKey)] }).list(signal)).toEqual([])
  })
})
