import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { HttpRequest, HttpResponse } from '../sources/source.ts'

/** What becomes of an answer on its way. `FLOOD` never ends. */
export type Disturbance = 'NONE' | 'SILENCE' | 'RESET' | 'CUT' | 'EMPTY' | 'PAGE' | 'LOGIN' | 'BAD_GATEWAY' | 'FLOOD'

/** What has passed since the last `disturb`. */
export interface Passed {
  readonly exchanges: number
  /** In bytes. */
  readonly largestBody: number
}

/** A server between a source and its system that can disturb the traffic. */
export interface Middleman {
  /** The request, addressed to the middleman. */
  divert(request: HttpRequest): HttpRequest
  /** Disturbs the answer with this number, counted from 1 and from now on; the others pass. */
  disturb(how: Disturbance, nth?: number): void
  /** Lets answers pass, filled up with blanks to this many bytes at least. */
  fill(bytes: number): void
  passed(): Passed
  /** Connections that are open now. */
  connections(): number
  close(): Promise<void>
}

const page = (title: string) => `<!DOCTYPE html><html><head><title>${title}</title></head><body>${title}</body></html>`
const html = { 'content-type': 'text/html; charset=utf-8' }

const disturbed: Readonly<Record<Exclude<Disturbance, 'NONE' | 'CUT'>, (response: ServerResponse) => void>> = {
  SILENCE: () => {},
  RESET: (response) => void response.socket?.resetAndDestroy(),
  EMPTY: (response) => void response.writeHead(200).end(),
  PAGE: (response) => void response.writeHead(200, html).end(page('系统维护中')),
  LOGIN: (response) => void response.writeHead(200, html).end(`${page('统一身份认证')}<input type="password">`),
  BAD_GATEWAY: (response) => void response.writeHead(502, html).end(page('502 Bad Gateway')),
  FLOOD: (response) => {
    const pour = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
    }
    response.writeHead(200, { 'content-type': 'application/json' }).on('drain', pour)
    pour()
  },
}

const pass = (response: ServerResponse, { status, headers }: HttpResponse, body: Uint8Array): void => {
  const { 'content-length': _length, 'transfer-encoding': _coding, connection: _hop, ...rest } = headers
  response.writeHead(status, rest).end(body)
}

const filled = (body: Uint8Array, bytes: number): Uint8Array =>
  bytes > body.length ? Buffer.concat([body, Buffer.alloc(bytes - body.length, ' ')]) : body

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const originHeader = 'x-tongban-origin'
/** Which call of the contract a request belongs to: late ones of a call before must not count. */
const turnHeader = 'x-tongban-turn'

async function original(request: IncomingMessage): Promise<HttpRequest> {
  const body = await bodyOf(request)
  const {
    [originHeader]: origin,
    [turnHeader]: _turn,
    host: _host,
    connection: _hop,
    'content-length': _length,
    ...headers
  } = request.headers
  return {
    method: request.method as HttpRequest['method'], // a source sent it with one of these
    url: `${String(origin)}${request.url}`,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    ...(body.length > 0 ? { body } : {}),
  }
}

/** Starts a middleman. @param forward asks the system itself, or a tape */
export async function startMiddleman(forward: (request: HttpRequest) => Promise<HttpResponse>): Promise<Middleman> {
  let plan: { readonly how: Disturbance; readonly nth: number; readonly fill: number } = {
    how: 'NONE',
    nth: 0,
    fill: 0,
  }
  let turn = 0
  let exchanges = 0
  let largestBody = 0
  const sockets = new Set<Socket>()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers[turnHeader] !== String(turn)) return void request.socket.destroy()
    exchanges += 1
    const how = exchanges === plan.nth ? plan.how : 'NONE'
    if (how !== 'NONE' && how !== 'CUT') return disturbed[how](response)
    const real = await forward(await original(request))
    largestBody = Math.max(largestBody, real.body.length)
    const { body } = real
    pass(response, real, how === 'CUT' ? body.subarray(0, Math.floor(body.length * 0.6)) : filled(body, plan.fill))
  }
  const server = createServer((request, response) => {
    // A system that does not answer the middleman does not answer the source.
    answer(request, response).catch(() => request.socket.destroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  const url = await listening(server)
  const begin = (next: typeof plan) => {
    plan = next
    turn += 1
    exchanges = 0
    largestBody = 0
  }
  return {
    divert(request) {
      const { origin, pathname, search } = new URL(request.url)
      return {
        ...request,
        url: url + pathname + search,
        headers: { ...request.headers, [originHeader]: origin, [turnHeader]: String(turn) },
      }
    },
    disturb: (how, nth = 1) => begin({ how, nth, fill: 0 }),
    fill: (bytes) => begin({ how: 'NONE', nth: 0, fill: bytes }),
    passed: () => ({ exchanges, largestBody }),
    connections: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  return `http://127.0.0.1:${port}`
}
