import { setTimeout as pause } from 'node:timers/promises'
import type { Read, Reader } from './read.ts'

/** Reads through one gateway. */
interface Reading {
  readonly reader: Pick<Reader, 'read'>
  /** How many; without end: until they are stopped. */
  readonly reads: number
  /** The code of the next item. */
  next(): string
}

/** Reads one after the other on each of some connections: never more than the machine can do. */
export interface Busy extends Reading {
  readonly connections: number
}

/** Reads at a fixed rate, whatever becomes of them: people do not wait for one another. */
export interface Calling extends Reading {
  /** Reads a second. */
  readonly rate: number
}

/**
 * Sends reads when they are due and waits for all of them. Time counts from when a read was due, so that a sender who was held
 * up does not make the gateway look faster than its callers saw it.
 */
export async function callers({ reader, rate, reads, next }: Calling, signal: AbortSignal): Promise<readonly Read[]> {
  const begun = performance.now()
  const sent: Promise<Read>[] = []
  while (sent.length < reads && !signal.aborted) {
    const dueAt = begun + (sent.length * 1_000) / rate
    const early = dueAt - performance.now()
    if (early > 0) await pause(early, undefined, { signal }).catch(() => {})
    if (!signal.aborted) sent.push(reader.read(next(), dueAt))
  }
  return Promise.all(sent)
}

/** Keeps some connections busy. Time counts from when a read was sent. */
export async function busy({ reader, connections, reads, next }: Busy, signal: AbortSignal): Promise<readonly Read[]> {
  const done: Read[] = []
  let sent = 0
  const keepBusy = async () => {
    while (sent < reads) {
      signal.throwIfAborted()
      sent += 1
      done.push(await reader.read(next(), performance.now()))
    }
  }
  await Promise.all(Array.from({ length: connections }, keepBusy))
  return done
}
