import { createHash } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { type FileHandle, lstat, open, readdir, rename, unlink } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import ssh2, { type Attributes, type Connection, type SFTPWrapper } from 'ssh2'
import type { SftpOptions } from '../places/sftp/options.ts'

/** An SFTP server that shows one folder of this machine. */
export interface SftpServer {
  /** How to reach it. */
  readonly options: SftpOptions
  /** Connections that are open now, and how many there have been. */
  readonly connections: () => { readonly open: number; readonly total: number }
  /** Files that are open now. */
  readonly openFiles: () => number
  /** From now on reads are never answered. */
  stall(): void
  /** Ends all connections without a word; new ones are let in. */
  drop(): void
  close(): Promise<void>
}

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp
const account = { username: 'tongban', password: 'not a real password' }

/** The fingerprint of a host key, as `ssh-keygen -lf` prints it. */
export function fingerprintOf(publicKey: string): string {
  const key = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64')
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}

const attributesOf = ({ mode, uid, gid, size, atimeMs, mtimeMs }: Stats): Attributes => ({
  mode,
  uid,
  gid,
  size,
  atime: Math.floor(atimeMs / 1_000),
  mtime: Math.floor(mtimeMs / 1_000),
})

const statusOf = (error: unknown): number => {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return STATUS_CODE.NO_SUCH_FILE
  return code === 'EACCES' || code === 'EPERM' ? STATUS_CODE.PERMISSION_DENIED : STATUS_CODE.FAILURE
}

interface Shared {
  readonly root: string
  readonly files: Map<number, FileHandle>
  readonly isStalled: () => boolean
  readonly nextHandle: () => number
}

const handleOf = (id: number): Buffer => {
  const handle = Buffer.alloc(4)
  handle.writeUInt32BE(id)
  return handle
}

/** Answers the requests that a client of files makes. */
function serve(sftp: SFTPWrapper, { root, files, isStalled, nextHandle }: Shared): void {
  const local = (path: string) => (path === '/drop' || path === '/drop/' ? root : join(root, basename(path)))
  const fileOf = (handle: Buffer): FileHandle => {
    const file = files.get(handle.readUInt32BE(0))
    if (!file) throw new Error('no such handle')
    return file
  }
  const answer = (id: number, work: () => Promise<void>) =>
    void work().catch((error: unknown) => sftp.status(id, statusOf(error)))
  const done = (id: number) => sftp.status(id, STATUS_CODE.OK)
  const listed = new Set<number>()

  const attributes = (id: number, path: string) =>
    answer(id, async () => void sftp.attrs(id, attributesOf(await lstat(local(path)))))
  sftp.on('LSTAT', attributes)
  sftp.on('STAT', attributes)
  sftp.on('OPENDIR', (id, path) =>
    answer(id, async () => {
      await readdir(local(path))
      sftp.handle(id, handleOf(nextHandle()))
    }),
  )
  sftp.on('READDIR', (id, handle) =>
    answer(id, async () => {
      const key = handle.readUInt32BE(0)
      if (listed.has(key)) return void sftp.status(id, STATUS_CODE.EOF)
      listed.add(key)
      const names = await readdir(root)
      const entries = await Promise.all(
        names.map(async (filename) => {
          const stats = await lstat(join(root, filename))
          return { filename, longname: `${stats.isFile() ? '-' : 'l'}rw-r--r-- 1`, attrs: attributesOf(stats) }
        }),
      )
      sftp.name(id, entries)
    }),
  )
  sftp.on('OPEN', (id, path, flags) =>
    answer(id, async () => {
      const writing = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC
      const handle = nextHandle()
      files.set(handle, await open(local(path), flags & OPEN_MODE.WRITE ? writing : constants.O_RDONLY))
      sftp.handle(id, handleOf(handle))
    }),
  )
  sftp.on('READ', (id, handle, offset, length) =>
    answer(id, async () => {
      if (isStalled()) return
      const { bytesRead, buffer } = await fileOf(handle).read(Buffer.alloc(length), 0, length, offset)
      if (bytesRead === 0) sftp.status(id, STATUS_CODE.EOF)
      else sftp.data(id, buffer.subarray(0, bytesRead))
    }),
  )
  sftp.on('WRITE', (id, handle, offset, data) =>
    answer(id, async () => {
      await fileOf(handle).write(data, 0, data.length, offset)
      done(id)
    }),
  )
  sftp.on('FSTAT', (id, handle) =>
    answer(id, async () => void sftp.attrs(id, attributesOf(await fileOf(handle).stat()))),
  )
  sftp.on('FSETSTAT', done)
  sftp.on('CLOSE', (id, handle) =>
    answer(id, async () => {
      const key = handle.readUInt32BE(0)
      const file = files.get(key)
      files.delete(key)
      await file?.close()
      done(id)
    }),
  )
  sftp.on('RENAME', (id, from, to) =>
    answer(id, async () => {
      // Version 3 does not replace; this server does not know the extension that does.
      if (
        await lstat(local(to)).then(
          () => true,
          () => false,
        )
      )
        return void sftp.status(id, STATUS_CODE.FAILURE)
      await rename(local(from), local(to))
      done(id)
    }),
  )
  sftp.on('REMOVE', (id, path) =>
    answer(id, async () => {
      await unlink(local(path))
      done(id)
    }),
  )
}

/** Starts a server for a folder, seen as `/drop`. */
export async function startSftpServer(root: string): Promise<SftpServer> {
  // Of the Ed25519 keys that ssh2 makes it cannot read about one in a thousand itself.
  const key = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 })
  const open = new Set<Connection>()
  const files = new Map<number, FileHandle>()
  let total = 0
  let handles = 0
  let isStalled = false
  const nextHandle = () => ++handles
  const server = new ssh2.Server({ hostKeys: [key.private] }, (client) => {
    open.add(client)
    total += 1
    client.on('error', () => {})
    client.on('close', () => open.delete(client))
    client.on('authentication', (attempt) => {
      const isKnown =
        attempt.method === 'password' && attempt.username === account.username && attempt.password === account.password
      if (isKnown) attempt.accept()
      else attempt.reject(['password'])
    })
    client.on('session', (accept) => {
      accept().on('sftp', (admit) => serve(admit(), { root, files, isStalled: () => isStalled, nextHandle }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const drop = () => {
    for (const client of open) client.end()
  }
  return {
    options: { ...account, host: '127.0.0.1', port, hostKey: fingerprintOf(key.public), path: '/drop' },
    connections: () => ({ open: open.size, total }),
    openFiles: () => files.size,
    stall: () => {
      isStalled = true
    },
    drop,
    async close() {
      drop()
      await Promise.all([...files.values()].map((file) => file.close()))
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
