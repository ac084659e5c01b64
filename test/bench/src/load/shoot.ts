import { Pool } from 'undici'

/** What to send where, and for how long. */
export interface Shooting {
  readonly url: string
  /** Sent in rotation, all connections together going through the list. */
  readonly bodies: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly milliseconds: number
}

/** What came back. */
export interface Shots {
  readonly requests: number
  /** From the first request to the last answer. */
  readonly seconds: number
  readonly latenciesMs: readonly number[]
  readonly bytes: number
}

/**
 * Keeps every connection busy with one request after the other until the time is over. Our own loop, because the known load
 * generators send each connection through the list from its start, so that all of them would ask for the same at once.
 *
 * @throws Error when an answer is no 200 or holds errors: figures of wrong answers would be worth nothing
 */
export async function shoot({ url, bodies, headers, connections, milliseconds }: Shooting): Promise<Shots> {
  const { origin, pathname } = new URL(url)
  await using pool = closing(new Pool(origin, { connections, pipelining: 1 }))
  const latenciesMs: number[] = []
  let next = 0
  let bytes = 0
  const begun = performance.now()
  const busy = async () => {
    while (performance.now() - begun < milliseconds) {
      const sent = performance.now()
      const length = await post(pool.value, pathname, headers, bodies[next++ % bodies.length] ?? '')
      bytes += length // never across the await: 64 loops add to it
      latenciesMs.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, busy))
  return { requests: latenciesMs.length, seconds: (performance.now() - begun) / 1_000, latenciesMs, bytes }
}

const closing = (pool: Pool) => ({ value: pool, [Symbol.asyncDispose]: () => pool.destroy() })

/** Answers are looked through as bytes: reading each as JSON would cost more than it does the server to write. */
const errorsField = Buffer.from('"errors":[')

const jsonHeaders = { 'content-type': 'application/json', accept: 'application/json' }

/** Through `dispatch`, which is undici without streams and promises in between. @returns the length of the answer in bytes */
function post(pool: Pool, path: string, headers: Shooting['headers'], body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0
    let fault: string | undefined
    pool.dispatch(
      { path, method: 'POST', headers: { ...jsonHeaders, ...headers }, body },
      {
        onRequestStart: () => {},
        onResponseStart: (_controller, status) => {
          if (status !== 200) fault = `status ${status}`
        },
        onResponseData: (_controller, chunk) => {
          bytes += chunk.length
          if (chunk.includes(errorsField)) fault = chunk.toString('utf8').slice(0, 500)
        },
        onResponseEnd: () => (fault === undefined ? resolve(bytes) : reject(new Error(`under load: ${fault}`))),
        onResponseError: (_controller, error) => reject(error),
      },
    )
  })
}
