import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A delivery as a receiver saw it. */
export interface Received {
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** Number of the event; NaN for a test. */
  readonly sequence: number
  readonly previous: number
}

/** What a receiver does with a delivery. */
export type Habit = number | 'hang' | 'die' | 'redirect' | 'endless'

/** A real HTTP server that behaves as told. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** Sequence numbers that were answered with 2xx, in the order of arrival. */
  readonly accepted: number[]
  /** Decides for each delivery; the count begins with 1. */
  habit: (delivery: Received, count: number) => Habit
  close(): Promise<void>
}

/** Starts a receiver on loopback. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const accepted: number[] = []
  const server = createServer((request, response) => {
    void read(request).then((delivery) => {
      received.push(delivery)
      const habit = receiver.habit(delivery, received.length)
      if (typeof habit === 'number' && habit >= 200 && habit < 300) accepted.push(delivery.sequence)
      answer(response, habit)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook?from=tongban`,
    received,
    accepted,
    habit: () => 204,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}

async function read(request: IncomingMessage): Promise<Received> {
  let body = ''
  for await (const chunk of request) body += chunk
  const event: unknown = JSON.parse(body)
  const number = (key: string): number =>
    typeof event === 'object' && event !== null ? Number(Reflect.get(event, key) ?? Number.NaN) : Number.NaN
  return { headers: request.headers, body, sequence: number('sequence'), previous: number('previous') }
}

function answer(response: ServerResponse, habit: Habit): void {
  if (typeof habit === 'number') response.writeHead(habit).end()
  else if (habit === 'die') response.destroy()
  else if (habit === 'redirect') response.writeHead(302, { location: '/elsewhere' }).end()
  else if (habit === 'endless') endless(response)
}

/** A status, and then a body that never ends. */
function endless(response: ServerResponse): void {
  response.writeHead(200)
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(1_000)));
  }
  response.on('drain', more)
  response.on('error', () => {})
  more()
}
