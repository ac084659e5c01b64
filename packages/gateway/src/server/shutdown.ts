import { TongbanError } from '@tongban/schema'
import type { FastifyInstance } from 'fastify'
import type { Lifetime } from './http/lifetime.ts'

/** After the grace time requests are told to end; this long they have to say so. */
const lastWordMs = 500

/** A stop in two steps: refuse new work and finish what runs; after the grace time, end what still runs. */
export interface Shutdown {
  readonly isStopping: () => boolean
  stop(graceMs: number): Promise<void>
}

/** Prepares a server for its end. Requests that arrive on open connections meanwhile are told to come again. */
export function prepareShutdown(app: FastifyInstance, running: ReadonlySet<Lifetime>): Shutdown {
  let stopping = false
  app.addHook('onRequest', async (request) => {
    if (stopping && !request.url.startsWith('/health/'))
      throw new TongbanError('TB_SHUTTING_DOWN', {}, { retryAfterMs: 5_000 })
  })
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
  return {
    isStopping: () => stopping,
    async stop(graceMs) {
      stopping = true
      const closed = app.close()
      const finished = closed.then(() => true)
      if (await Promise.race([finished, after(graceMs)])) return
      for (const lifetime of running) lifetime.end('TB_SHUTTING_DOWN')
      if (await Promise.race([finished, after(lastWordMs)])) return
      app.server.closeAllConnections()
      await closed
    },
  }
}

const after = (ms: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms, false).unref()
  })
