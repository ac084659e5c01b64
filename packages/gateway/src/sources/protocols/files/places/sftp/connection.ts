import type { SFTPWrapper } from 'ssh2'
import { gone } from './connect-failure.ts'
import { createGate } from './gate.ts'
import type { SftpOptions } from './options.ts'
import { connect, type Session } from './session.ts'

/** One connection to a server, opened when it is needed and again when it is lost. */
export interface Connection {
  /** Does something over the connection; fails at once when that is lost or the signal ends it. */
  use<Result>(signal: AbortSignal, work: (sftp: SFTPWrapper) => Promise<Result>): Promise<Result>
  close(): Promise<void>
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
