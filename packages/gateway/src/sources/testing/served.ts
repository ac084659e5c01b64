import { afterAll, afterEach, beforeAll } from 'vitest'
import { type Answer, body, startUpstream, type Upstream } from './upstream.ts'

interface Closable {
  close(): Promise<void>
}

/** One upstream for all tests of a file. */
export interface Served extends Omit<Upstream, 'close'> {
  /** Closes it after the test, before the next one. */
  closing<One extends Closable>(one: One): One
}

/** Starts an upstream before the tests of the file that calls this, and ends it after them. Its address is known in tests only. */
export function servedUpstream(first: Answer = body('')): Served {
  const open: Closable[] = []
  let started: Upstream | undefined
  const upstream = (): Upstream => {
    if (!started) throw new Error('the upstream is there while tests run')
    return started
  }
  beforeAll(async () => {
    started = await startUpstream(first)
  })
  afterAll(() => started?.close())
  afterEach(() => Promise.all(open.splice(0).map((one) => one.close())))
  return {
    get url() {
      return upstream().url
    },
    requests: () => upstream().requests(),
    sockets: () => upstream().sockets(),
    answer: (next) => upstream().answer(next),
    closing(one) {
      open.push(one)
      return one
    },
  }
}
