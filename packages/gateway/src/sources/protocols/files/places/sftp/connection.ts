import { createHash } from 'node:crypto'
import { connect as openSocket } from 'node:net'
import type { SFTPWrapper } from 'ssh2'
import Client from 'ssh2-sftp-client'
import { sourceFailure } from '../../../../failures.ts'
import { fingerprints, type SftpOptions } from './options.ts'

/** One connection to a server, opened when it is needed and again when it is lost. */
export interface Connection {
  /** Does something over the connection; fails at once when that is lost or the signal ends it. */
  use<Result>(signal: AbortSignal, work: (sftp: SFTPWrapper) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

interface Session {
  readonly sftp: SFTPWrapper
  /** Rejects when the connection is gone. */
  readonly lost: Promise<never>
  readonly isLost: () => boolean
  end(): Promise<void>
}

const authFailure = (detail: string, cause?: unknown) => sourceFailure('TB_SOURCE_AUTH', { detail }, { cause })
const gone = () => sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: 'the connection was closed' })

/** How ssh2 says that it was not let in. */
const isRefusedLogin = (error: unknown): boolean =>
  error instanceof Error &&
  /authentication methods failed|authentication failure|permission denied/i.test(error.message)

const isSlow = (error: unknown): boolean => error instanceof Error && /timed? ?out/i.test(error.message)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no connection'

function connectFailure(error: unknown, isHostKnown: boolean) {
  if (!isHostKnown) return authFailure('the host key of the server is not the agreed one', error)
  if (isRefusedLogin(error)) return authFailure('the server does not accept the account', error)
  if (isSlow(error)) return sourceFailure('TB_SOURCE_TIMEOUT', {}, { cause: error })
  return sourceFailure('TB_SOURCE_UNAVAILABLE', { detail: codeOf(error) }, { cause: error })
}

async function connect(options: SftpOptions): Promise<Session> {
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

/** Lets so many in at a time; those who wait leave when their signal ends. */
function createGate(places: number) {
  let free = places
  const waiting: (() => void)[] = []
  return {
    async enter(signal: AbortSignal): Promise<void> {
      if (free > 0) {
        free -= 1
        return
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const leave = () => {
        const at = waiting.indexOf(resolve)
        if (at < 0) return
        waiting.splice(at, 1)
        reject(signal.reason)
      }
      waiting.push(resolve)
      signal.addEventListener('abort', leave, { once: true })
      await promise.finally(() => signal.removeEventListener('abort', leave))
    },
    leave() {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}

const ended = (signal: AbortSignal) => {
  const { promise, reject } = Promise.withResolvers<never>()
  promise.catch(() => {})
  const abort = () => reject(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  return { promise, forget: () => signal.removeEventListener('abort', abort) }
}

/** A connection that several requests share. */
export function createConnection(options: SftpOptions): Connection {
  const gate = createGate(options.maxConcurrent ?? 4)
  let session: Session | undefined
  let opening: Promise<Session> | undefined
  let isClosed = false
  const open = async (): Promise<Session> => {
    if (isClosed) throw gone()
    if (session && !session.isLost()) return session
    session = await connect(options)
    return session
  }
  /** Whoever comes while a connection is being made waits for that one. */
  const shared = (): Promise<Session> => {
    opening ??= open().finally(() => {
      opening = undefined
    })
    return opening
  }
  return {
    async use(signal, work) {
      signal.throwIfAborted()
      await gate.enter(signal)
      const end = ended(signal)
      try {
        const current = await Promise.race([shared(), end.promise])
        return await Promise.race([work(current.sftp), current.lost, end.promise])
      } finally {
        end.forget()
        gate.leave()
      }
    },
    async close() {
      isClosed = true
      await opening?.catch(() => {})
      await session?.end()
    },
  }
}
