/** A real HTTP server in the place of a gateway, told by each test how to answer. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** A request as the server saw it. */
export interface SeenRequest {
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The text as GraphQL over HTTP; empty when it is something else. */
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** What to answer: JSON, raw text, nothing at all, or a broken connection. */
export type Answering =
  | {
      readonly json: unknown
      readonly status?: number
      readonly headers?: Record<string, string>
      readonly delayMs?: number
    }
  | { readonly text: string; readonly status?: number; readonly headers?: Record<string, string> }
  | 'hang'
  | 'break'

/** Decides an answer; `turn` counts requests from 1. */
export type Script = (request: SeenRequest, turn: number) => Answering | Promise<Answering>

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function parse(text: string): Pick<SeenRequest, 'query' | 'variables'> {
  if (!text.startsWith('{')) return { query: '', variables: {} }
  const body: unknown = JSON.parse(text)
  if (!isRecord(body) || typeof body.query !== 'string') return { query: '', variables: {} }
  return { query: body.query, variables: isRecord(body.variables) ? body.variables : {} }
}

async function see(message: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  return { url: message.url ?? '', headers: message.headers, text, ...parse(text) }
}

async function reply(response: ServerResponse, answering: Answering): Promise<void> {
  if (answering === 'hang') return
  if (answering === 'break') return void response.destroy()
  if ('delayMs' in answering) await new Promise((resolve) => setTimeout(resolve, answering.delayMs))
  const text = 'text' in answering ? answering.text : JSON.stringify(answering.json)
  response.writeHead(answering.status ?? 200, { 'content-type': 'application/json', ...answering.headers }).end(text)
}

/** A started server; it stops with the test. */
export interface HttpGateway {
  readonly origin: string
  readonly endpoint: string
  readonly requests: readonly SeenRequest[]
  /** How many requests the client gave up before they were answered. */
  abandoned(): number
}

/** Starts a server that answers as scripted. */
export async function startGateway(script: Script): Promise<HttpGateway> {
  const requests: SeenRequest[] = []
  let abandoned = 0
  const server = createServer(async (message, response) => {
    response.on('close', () => {
      if (!response.writableFinished && !response.errored) abandoned += 1
    })
    const request = await see(message)
    requests.push(request)
    await reply(response, await script(request, requests.length))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  return { origin, endpoint: `${origin}/graphql`, requests, abandoned: () => abandoned }
}
