import { posix } from 'node:path'
import type { SFTPWrapper } from 'ssh2'
import { sourceFailure } from '../../../../failures.ts'
import { isSafeName } from '../../names.ts'
import { placeFailure } from '../failures.ts'
import type { Place } from '../place.ts'
import { gone } from './connect-failure.ts'
import { createConnection } from './connection.ts'
import { checkSftp, type SftpOptions } from './options.ts'
import { piecesOf, readPiece } from './pieces.ts'
import { answer, entryOf, listFolder, perform, removeFile, renameOver, statOf } from './requests.ts'

/**
 * Files dropped on an SFTP server.
 *
 * @example
 * sftp({ host: 'drop.example.cn', username: 'tongban', privateKey, hostKey: 'SHA256:…', path: '/outgoing/items' })
 * @throws TongbanError `TB_CONFIG_INVALID` without a host key or a way to log in
 */
export function sftp(options: SftpOptions): Place {
  const connection = createConnection(checkSftp(options))
  const inside = (name: string): string => {
    if (!isSafeName(name))
      throw sourceFailure('TB_SOURCE_REFUSED', { detail: 'a file name that leads out of the folder' })
    return posix.join(options.path, name)
  }
  const guarded = async <Result>(
    what: string,
    signal: AbortSignal,
    work: (sftp: SFTPWrapper) => Promise<Result>,
  ): Promise<Result> => {
    try {
      return await connection.use(signal, work)
    } catch (error) {
      throw placeFailure(error, what, signal)
    }
  }

  return {
    kind: 'sftp',
    list: (signal) => guarded('list the folder', signal, (client) => listFolder(client, options.path)),
    stat: (name, signal) =>
      guarded('look at a file', signal, async (client) => {
        const found = await statOf(client, inside(name))
        return found && entryOf(name, found)
      }),
    async *read(name, range, signal) {
      const path = inside(name)
      const handle = await guarded('read a file', signal, async (client) => {
        if (!(await statOf(client, path))) throw Object.assign(new Error('no plain file'), { code: 'ENOENT' })
        const file = await answer<Buffer>((done) => client.open(path, 'r', done))
        // Nobody waits any more who could close it.
        if (signal.aborted) client.close(file, () => {})
        return { client, file }
      })
      try {
        yield* piecesOf(
          (at, wanted) =>
            guarded('read a file', signal, (client) => {
              if (client !== handle.client) throw gone()
              return readPiece(client, handle.file, at, wanted)
            }),
          range,
        )
      } finally {
        handle.client.close(handle.file, () => {})
      }
    },
    write: (name, content, signal) =>
      guarded('write a file', signal, (client) =>
        perform((done) => client.writeFile(inside(name), Buffer.from(content), done)),
      ),
    rename: (from, to, signal) =>
      guarded('name a file', signal, (client) => renameOver(client, inside(from), inside(to))),
    remove: (name, signal) => guarded('remove a file', signal, (client) => removeFile(client, inside(name))),
    close: () => connection.close(),
  }
}
