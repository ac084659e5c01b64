import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** Answers one request of a test's upstream; it may also never answer. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A real HTTP server for one test. */
export interface Upstream {
  readonly url: string
  /** How many requests have come in. */
  readonly requests: () => number
  /** How many connections are open now. */
  readonly sockets: () => number
  /** What the following requests are answered with. */
  answer(answer: Answer): void
  close(): Promise<void>
}

/** Starts a server that answers as told; the last answer stays in force. */
export async function startUpstream(first: Answer): Promise<Upstream> {
  let answer = first
  let requests = 0
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    requests += 1
    answer(request, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    sockets: () => sockets.size,
    answer: (next) => {
      answer = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Answers with JSON. */
export const json =
  (value: unknown, status = 200): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))

/** Answers with any body. */
export const body =
  (content: string | Uint8Array, contentType = 'application/json', status = 200): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': contentType }).end(content)

/** Takes the request and never answers. */
export const silence: Answer = () => {}

/** Ends the connection without a word. */
export const reset: Answer = (request) => request.socket.resetAndDestroy()

/** One answer after the other; the last one stays. */
export const inTurn = (...answers: readonly Answer[]): Answer => {
  let turn = 0
  return (request, response) => answers[Math.min(turn++, answers.length - 1)]?.(request, response)
}
