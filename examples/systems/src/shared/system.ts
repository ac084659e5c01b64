import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { Clock } from './clock.ts'
import { answer, type Exchange } from './exchange.ts'
import { type Behaviour, createBehaviour } from './misbehaviour/behaviour.ts'
import type { Misbehaviour } from './misbehaviour/habits.ts'
import type { TreeRecord } from './tree.ts'

/** What every simulated system offers besides its own protocol. */
export interface SystemHandle {
  /** Origin without a trailing slash, `http://127.0.0.1:41234`. */
  readonly url: string
  /** Orders a bad habit; see the README's table. @throws TypeError when the order is not understood. */
  misbehave(order: Misbehaviour): void
  /** Forgets all bad habits. */
  behave(): void
  /** Calls per operation since the start or the last `forgetCalls`, answered or not. */
  calls(): Readonly<Record<string, number>>
  forgetCalls(): void
}

/** A system being built: routes call `respond`. */
export interface System {
  readonly app: FastifyInstance
  readonly behaviour: Behaviour
  respond(exchange: Exchange, reply: FastifyReply): Promise<void>
}

const addControl = (app: FastifyInstance, behaviour: Behaviour): void => {
  app.get('/__control/health', () => ({ ok: true }))
  app.get('/__control/misbehave', () => ({ orders: behaviour.orders() }))
  app.post('/__control/misbehave', ({ body }) => ({ accepted: behaviour.misbehave(body) }))
  app.delete('/__control/misbehave', () => {
    behaviour.behave()
    return { orders: [] }
  })
  app.get('/__control/calls', () => behaviour.calls())
  app.delete('/__control/calls', () => {
    behaviour.forgetCalls()
    return {}
  })
}

/** What is not even JSON is answered in the system's own words, with HTTP 200 like everything else. */
const answerMalformed = (app: FastifyInstance, malformed: (() => TreeRecord) | undefined): void => {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (request.url.startsWith('/__control') && error instanceof TypeError)
      return reply.code(400).send({ error: error.message })
    const clientsFault = error.statusCode !== undefined && error.statusCode < 500
    return malformed && clientsFault ? reply.code(200).send(malformed()) : reply.send(error)
  })
}

/**
 * An empty system: an HTTP server with the control endpoint and the bad habits, and no operation yet.
 *
 * @param malformed - the answer to a body that cannot be read; absent = HTTP says 4xx
 */
export const createSystem = (operations: readonly string[], clock: Clock, malformed?: () => TreeRecord): System => {
  // A hanging call must not keep the process from stopping.
  const app = fastify({ forceCloseConnections: true, bodyLimit: 32 * 1_048_576 })
  const behaviour = createBehaviour(operations)
  answerMalformed(app, malformed)
  addControl(app, behaviour)
  return { app, behaviour, respond: (exchange, reply) => answer(behaviour, clock, exchange, reply) }
}

/** Starts listening and gives the part of the handle that all systems share. */
export const openSystem = async ({ app, behaviour }: System, host: string, port: number): Promise<SystemHandle> => ({
  url: await app.listen({ host, port }),
  misbehave: (order) => void behaviour.misbehave(order),
  behave: behaviour.behave,
  calls: behaviour.calls,
  forgetCalls: behaviour.forgetCalls,
})
