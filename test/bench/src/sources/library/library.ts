import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { close, listenOnFreePort } from '../../processes/listening.ts'
import { seeded, seedOf } from '../random.ts'
import { type Holding, itemsByCode, pageOf } from './answers.ts'
import { type Behaviour, type Fate, fatesOf } from './behaviours.ts'

/** How long a library takes, in milliseconds: evenly between two bounds, and for a share of requests between two others. */
export interface Latency {
  readonly usual: readonly [least: number, most: number]
  readonly slow: readonly [least: number, most: number]
  readonly slowShare: number
}

/** What one library is like. */
export interface LibraryInput extends Holding {
  readonly name: string
  readonly latency: Latency | null
}

/** The part of the list that one caller was told: rows from the first to before the last, and rows of the largest page. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly page: number
}

/** A library of service items that can be unwell, and counts what each of its callers asks. */
export interface Library {
  readonly url: string
  behave(behaviour: Behaviour): Promise<void>
  /** Requests so far, by caller. */
  counts(): Readonly<Record<string, number>>
  /** What of the list was told, by caller. */
  spans(): Readonly<Record<string, Span>>
  close(): Promise<void>
}

/** Starts a library. Callers name themselves in the first step of the path. */
export async function startLibrary(input: LibraryInput): Promise<Library> {
  const counts: Record<string, number> = {}
  const fates = new Map<string, ReturnType<typeof fatesOf>>()
  const spans: Record<string, Span> = {}
  const wait = waitingOf(input)
  let behaviour: Behaviour = 'well'
  let since = 0
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://library')
    const [, caller = '', operation] = url.pathname.split('/')
    counts[caller] = (counts[caller] ?? 0) + 1
    const fateOf = fates.get(caller) ?? fatesOf(`${input.name} ${caller}`)
    fates.set(caller, fateOf)
    const fate = fateOf(behaviour, performance.now() - since)
    if (fate !== 'none' && wait) await pause(wait())
    suffer(fate, response, () => (operation === 'page' ? page(caller, url) : byCodes(url)))
  }
  const byCodes = ({ searchParams }: URL) => itemsByCode(input, searchParams.get('codes')?.split(',') ?? [])
  const page = (caller: string, { searchParams }: URL) => {
    const from = Number(searchParams.get('cursor') ?? 0)
    const answered = pageOf(input, from, Number(searchParams.get('size')))
    spans[caller] = widened(spans[caller], from, answered.items.length)
    return answered
  }
  const server = createServer((request, response) => void answer(request, response))
  server.keepAliveTimeout = 0 // a socket closed between two rounds would look like a failure of the library
  const url = await listenOnFreePort(server)
  return {
    url,
    async behave(next) {
      behaviour = next
      since = performance.now()
      if (next === 'dead') server.closeAllConnections()
    },
    counts: () => ({ ...counts }),
    spans: () => ({ ...spans }),
    close: () => close(server),
  }
}

const widened = (span: Span | undefined, from: number, length: number): Span => ({
  from: Math.min(span?.from ?? from, from),
  to: Math.max(span?.to ?? 0, from + length),
  page: Math.max(span?.page ?? 0, length),
})

function waitingOf({ name, latency }: LibraryInput): (() => number) | undefined {
  if (latency === null) return undefined
  const random = seeded(seedOf(name))
  return () => {
    const [least, most] = random() < latency.slowShare ? latency.slow : latency.usual
    return least + random() * (most - least)
  }
}

const json = { 'content-type': 'application/json; charset=utf-8' }

/** Answers as the fate of the request will have it. */
function suffer(fate: Fate, response: ServerResponse, data: () => unknown): void {
  const { socket } = response
  if (fate === 'none') return
  if (fate === 'reset') return void socket?.resetAndDestroy()
  if (fate === 'status500')
    return void response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error')
  if (fate === 'html')
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>系统维护中</html>')
  if (fate === 'empty') return void response.writeHead(200, { ...json, 'content-length': 0 }).end()
  const body = Buffer.from(JSON.stringify({ code: '200', message: 'ok', data: data() }))
  response.writeHead(200, { ...json, 'content-length': body.length })
  if (fate === 'answer') return void response.end(body)
  response.write(body.subarray(0, body.length / 2), () => socket?.destroy())
}
