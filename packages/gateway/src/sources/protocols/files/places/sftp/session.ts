import { createHash } from 'node:crypto'
import { connect as openSocket } from 'node:net'
import type { SFTPWrapper } from 'ssh2'
import Client from 'ssh2-sftp-client'
import { connectFailure, gone } from './connect-failure.ts'
import { fingerprints, type SftpOptions } from './options.ts'

/** A connection from login to its loss. */
export interface Session {
  readonly sftp: SFTPWrapper
  /** Rejects when the connection is gone. */
  readonly lost: Promise<never>
  readonly isLost: () => boolean
  end(): Promise<void>
}

/**
 * Logs in to a server whose host key is the agreed one.
 *
 * @throws TongbanError `TB_SOURCE_AUTH`, `TB_SOURCE_TIMEOUT`, `TB_SOURCE_UNAVAILABLE`
 */
export async function connect(options: SftpOptions): Promise<Session> {
  const { promise: lost, reject } = Promise.withResolvers<never>()
  // Nobody may be waiting when the connection is lost.
  lost.catch(() => {})
  let isLost = false
  let isHostKnown = true
  const lose = () => {
    isLost = true
    reject(gone())
  }
  const client = new Client('files', { error: lose, end: lose, close: lose })
  const known = fingerprints(options)
  try {
    const { host, port = 22, username, password, privateKey, passphrase, connectTimeoutMs = 10_000 } = options
    const sftp = await client.connect({
      // Small requests that wait for each other's acknowledgement cost 40 ms each.
      sock: openSocket({ host, port, noDelay: true }),
      username,
      readyTimeout: connectTimeoutMs,
      keepaliveInterval: 15_000,
      keepaliveCountMax: 3,
      hostVerifier: (key: Buffer) => {
        isHostKnown = known.includes(createHash('sha256').update(key).digest('base64').replace(/=+$/, ''))
        return isHostKnown
      },
      ...(password === undefined ? {} : { password }),
      ...(privateKey === undefined ? {} : { privateKey }),
      ...(passphrase === undefined ? {} : { passphrase }),
    })
    client.on('close', lose)
    return {
      sftp,
      lost,
      isLost: () => isLost,
      async end() {
        lose()
        await client.end()
      },
    }
  } catch (error) {
    await client.end().catch(() => {})
    throw connectFailure(error, isHostKnown)
  }
}
