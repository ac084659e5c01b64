import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Operation } from './operations.ts'

/** How often each operation was called. */
export type Counts = ReadonlyMap<string, number>

/** An HTTP server over the operations, with latency 0, that counts what it is asked. */
export function createUpstream(operations: ReadonlyMap<string, Operation>): { server: Server; counts: Counts } {
  const counts = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://upstream')
    const name = `${request.method} ${url.pathname}`
    const operation = operations.get(name)
    if (operation === undefined) return send(response, 404, '{"code":"404","message":"no such operation","data":[]}')
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const body = request.method === 'POST' ? await read(request) : ''
    send(
      response,
      200,
      `{"code":"200","message":"ok","data":[${operation({ query: url.searchParams, body }).join(',')}]}`,
    )
  })
  server.keepAliveTimeout = 0 // a socket closed between two rounds would cost a client a retry
  return { server, counts }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, text: string): void {
  const body = Buffer.from(text)
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
  response.end(body)
}
