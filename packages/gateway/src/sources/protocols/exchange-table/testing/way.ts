import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a server that can be cut. */
export interface Way {
  readonly url: string
  /** Ends all connections that go this way. */
  cut(): void
  /** Cuts the way when the server has sent so many bytes more. */
  cutAfter(bytes: number): void
  close(): Promise<void>
}

/** Opens a way to the server at this address. */
export async function wayTo(url: string): Promise<Way> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let left = Number.POSITIVE_INFINITY
  const cut = () => {
    left = Number.POSITIVE_INFINITY
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    far.on('data', (chunk) => {
      left -= chunk.length
      if (left < 0) cut()
    })
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const open = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(open) }).href,
    cut,
    cutAfter(bytes) {
      left = bytes
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
